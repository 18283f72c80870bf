import Digest
import PlanDocument
import Portfolio

/// The steps from bytes to a portfolio, in order; every step reports into the same collector and goes on as far as
/// it can, so that one pass finds all problems.
struct WorkspaceAssembly {
  let issues = IssueCollector()
  let progress: (ReadingProgress) -> Void
  var document = PolicyDocument()
  private var digests: [String: String] = [:]
  private var csmTable: MappedTable<CSMColumn>?
  private var accountTable: MappedTable<AccountColumn>?
  private var decisionTable: MappedTable<DecisionColumn>?
  private var activityTable: MappedTable<ActivityColumn>?
  private var findingTable: MappedTable<FindingDecisionColumn>?

  init(progress: @escaping (ReadingProgress) -> Void) { self.progress = progress }

  mutating func digested(_ file: String, _ bytes: consuming [UInt8]) -> [UInt8] {
    digests[file] = SHA256.hexadecimal(of: bytes)
    return bytes
  }

  mutating func readPolicy(_ bytes: [UInt8], layers: [PolicyLayer] = []) {
    document = PolicyFile(file: WorkspaceReader.policyFile, issues: issues).read(bytes, layers: layers)
  }

  /// Tables as `CanonicalRows` writes them, whatever the policy says about the files.
  mutating func readCanonicalTables(csms: consuming [UInt8], accounts: consuming [UInt8]) {
    let settings = document.settings
    document.settings.formats = WorkspaceSettings.Formats(dates: .iso, decimal: NumberStyle.point)
    document.settings.columns = [:]
    document.settings.expectedCSMs = nil
    document.settings.expectedAccounts = nil
    let label = { (file: String) in "\(file) with the scenario" }
    readCSMTable(csms, file: label(WorkspaceReader.csmsFile))
    readAccountTable(accounts, file: label(WorkspaceReader.accountsFile))
    document.settings.formats = settings.formats
    document.settings.columns = settings.columns
  }

  mutating func readCSMTable(_ bytes: consuming [UInt8], file: String = WorkspaceReader.csmsFile) {
    csmTable = mapped(
      bytes, file: file, expected: document.settings.expectedCSMs,
      dates: CSMBuilder.dates,
      numbers: CSMBuilder.numbers, money: CSMBuilder.money)
  }

  mutating func readAccountTable(_ bytes: consuming [UInt8], file: String = WorkspaceReader.accountsFile) {
    accountTable = mapped(
      bytes, file: file, expected: document.settings.expectedAccounts,
      dates: AccountBuilder.dates, numbers: AccountBuilder.numbers, money: AccountBuilder.money)
    noteHealthWords()
  }

  mutating func readDecisions(_ bytes: consuming [UInt8], file: String) {
    decisionTable = mapped(
      bytes, file: file, expected: nil, dates: DecisionTableReader.dates, numbers: [], money: [], isInput: false)
  }

  mutating func readActivities(_ bytes: consuming [UInt8], file: String) {
    activityTable = mapped(
      bytes, file: file, expected: nil, dates: ActivityTableReader.dates, numbers: ActivityTableReader.numbers,
      money: [], isInput: false)
  }

  mutating func readFindingDecisions(_ bytes: consuming [UInt8], file: String) {
    findingTable = mapped(
      bytes, file: file, expected: nil, dates: FindingDecisionTableReader.dates, numbers: [], money: [], isInput: false)
  }

  private func mapped<Column: InputColumn>(
    _ bytes: consuming [UInt8], file: String, expected: Int?, dates: [Column], numbers: [Column],
    money: [Column], isInput: Bool = true
  ) -> MappedTable<Column>? {
    guard let (header, table) = CSVReader(file: file, issues: issues).read(bytes) else { return nil }
    checkEnd(table, file, expected)
    let explicit = document.settings.columns[Column.section] ?? [:]
    guard
      let mapping = ColumnMapping<Column>.resolve(
        header: header, explicit: explicit, file: file, issues: issues)
    else { return nil }
    let mapped = MappedTable(
      file: file, table: table, mapping: mapping, formats: document.settings.formats, issues: issues,
      dates: dates,
      numbers: numbers, money: money)
    // That most of the cells of decisions are empty is their nature.
    if isInput { mapped.noteEmptyCells() }
    return mapped
  }

  /// A file may be cut within its last cell, which no other check can see; a row count from elsewhere or the
  /// policy's word for it make the missing line end acceptable.
  private func checkEnd(_ table: CSVTable, _ file: String, _ expected: Int?) {
    if let expected, expected != table.rowCount {
      issues.add(
        .error, file: file,
        .init(
          "The file has \(table.rowCount) rows, but `expected_rows` says \(expected).",
          advice: "Maybe the export is incomplete, or the policy is out of date."))
    }
    if table.emptyRows > 0 {
      issues.add(.note, file: file, .init("\(table.emptyRows) rows without any content were left out."))
    }
    guard !table.endsComplete, expected == nil, !document.settings.formats.mayEndWithoutLineEnd else {
      return
    }
    let advice = "Maybe add a line end, or set `formats: {final_line_end: optional}` in ballast.yaml."
    issues.add(
      .error, file: file, line: table.lines.last.map(Int.init),
      .init("The last row has no line end: the file may be cut off.", advice: advice))
  }

  private func noteHealthWords() {
    guard let table = accountTable, let position = table.mapping.position(.health) else { return }
    let hasWords = (0..<table.table.rowCount).contains { row in
      let cell = table.table.cell(row, position)
      guard let first = cell.first, first >= 0x41 else { return false }
      return HealthWord(spelling: String(decoding: cell, as: UTF8.self)) != nil
    }
    let title = table.mapping.title(.health)
    if hasWords { issues.add(.note, file: table.file, line: 1, column: title, .init(HealthWord.note)) }
  }

  /// Builds and checks everything; the portfolio is there only when nothing is wrong.
  mutating func finish(asOf: CalendarDate) -> LoadedWorkspace {
    var result = LoadedWorkspace(
      portfolio: nil, issues: [], digests: digests,
      columnFacts: (csmTable?.facts ?? []) + (accountTable?.facts ?? []),
      accountLines: [], csmLines: [], incumbentsFromOwnerID: false)
    if let csmTable {
      build(csmTable, asOf, &result)
    }
    result.columnFacts.sort { ($0.file, $0.column) < ($1.file, $1.column) }
    result.issues = issues.sorted()
    if result.hasErrors { result.portfolio = nil }
    return result
  }

  private mutating func build(
    _ csmTable: MappedTable<CSMColumn>, _ asOf: CalendarDate, _ result: inout LoadedWorkspace
  ) {
    let money = MoneyReader(
      currency: document.policy.currency, rates: document.settings.exchangeRates,
      sign: document.settings.formats.currencySign)
    let vocabularies = vocabularies(csmTable)
    var csms = CSMTableReader(source: csmTable, vocabularies: vocabularies, money: money).read()
    csms.resolveReferences()
    guard let accountTable else { return }
    let builder = AccountBuilder(
      source: accountTable, vocabularies: vocabularies, directory: csms.directory, money: money,
      unknownIncumbentsAreOrphans: document.settings.unknownIncumbentsAreOrphans)
    var accounts = AccountTableReader(builder: builder).read(progress: progress)
    FamilyCheck(source: accountTable).run(&accounts)
    PolicyReferences(document: document, issues: issues)
      .resolve(&document.policy, vocabularies: vocabularies, csms: csms, accounts: accounts)
    PairingCheck(source: accountTable, policy: document.policy).run(accounts)
    readFurtherTables(accounts, csms.directory, asOf, &result)
    document.settings.postures.resolve(&document.policy.effort, accounts: accounts.accounts)
    if document.settings.choosesPeriods {
      let active = csms.csms.count { $0.active }
      document.policy.horizon.choosePeriods(accounts: accounts.accounts.count, csms: active)
    }
    result.accountLines = accounts.lines
    result.csmLines = csms.sortedLines
    result.incumbentsFromOwnerID = accountTable.mapping.isTitled(.csm, ["OwnerId"])
    if issues.errorCount == 0 {
      result.portfolio = Portfolio(
        asOf: asOf, accounts: accounts.accounts, csms: csms.csms, policy: document.policy)
    }
  }

  /// What is not needed for a portfolio, where it is there.
  private func readFurtherTables(
    _ accounts: AccountTable, _ directory: CSMDirectory, _ asOf: CalendarDate,
    _ result: inout LoadedWorkspace
  ) {
    if let decisionTable {
      result.decisions = DecisionTableReader(source: decisionTable, accounts: accounts, directory: directory).read()
    }
    if let activityTable {
      result.activities = ActivityTableReader(
        source: activityTable, accounts: accounts, directory: directory, asOf: asOf
      ).read()
    }
    if let findingTable { result.findingDecisions = FindingDecisionTableReader(source: findingTable).read() }
  }

  /// From the policy where it lists names; else what the two files mention.
  private func vocabularies(_ csms: MappedTable<CSMColumn>) -> Vocabularies {
    var vocabularies = Vocabularies(policy: document.policy, settings: document.settings)
    for row in 0..<csms.table.rowCount {
      let reader = RowReader(source: csms, row: row)
      reader.list(.regions).forEach { vocabularies.regions.observe($0) }
      reader.list(.tiers).forEach { vocabularies.tiers.observe($0) }
      reader.list(.domains).forEach { vocabularies.domains.observe(CSMBuilder.domainName($0)) }
    }
    if let accountTable { observe(accountTable, &vocabularies) }
    vocabularies.settle()
    return vocabularies
  }

  private func observe(_ accounts: MappedTable<AccountColumn>, _ vocabularies: inout Vocabularies) {
    let countries = CountryTable(accounts)
    for row in 0..<accounts.table.rowCount {
      let reader = RowReader(source: accounts, row: row)
      if let text = reader.text(.region), let region = countries.region(text) {
        vocabularies.regions.observe(region)
      }
      if let text = reader.text(.tier) { vocabularies.tiers.observe(text) }
      reader.list(.domains).forEach { vocabularies.domains.observe($0) }
    }
  }
}
