import Portfolio

/// Makes accounts from the rows of `accounts.csv`.
struct AccountBuilder {
  let source: MappedTable<AccountColumn>
  let vocabularies: Vocabularies
  let directory: CSMDirectory
  let money: MoneyReader
  let unknownIncumbentsAreOrphans: Bool
  /// Monthly revenue under an `MRR` header counts twelve times.
  private let revenueFactor: Int128
  private let countries: CountryTable

  static let dates: [AccountColumn] = [
    .renewal, .onboardingEnd, .nextQBR, .csmSince, .lastTouch, .sponsorChanged, .segmentChanged,
    .escalationClosed, .transitionOn, .goalDue,
  ]
  static let numbers: [AccountColumn] = [.effort, .highEffort, .health, .csmChanges]
  static let money: [AccountColumn] = [.arr, .potential]

  init(
    source: MappedTable<AccountColumn>, vocabularies: Vocabularies, directory: CSMDirectory,
    money: MoneyReader,
    unknownIncumbentsAreOrphans: Bool
  ) {
    self.source = source
    self.vocabularies = vocabularies
    self.directory = directory
    self.money = money
    self.unknownIncumbentsAreOrphans = unknownIncumbentsAreOrphans
    revenueFactor = source.mapping.isTitled(.arr, ["MRR", "MRR__c"]) ? 12 : 1
    countries = CountryTable(source)
  }

  /// Parents are still as written; `FamilyCheck` resolves them.
  func account(row number: Int, id: String) -> Account {
    let row = RowReader(source: source, row: number)
    var account = Account(id: id, tier: name(.tier, vocabularies.tiers, row), region: region(row))
    account.name = row.text(.name)
    account.parentID = row.identifier(.parent)
    account.csmID = row.csm(.csm, in: directory, unknownIsError: !unknownIncumbentsAreOrphans)
    account.pinnedCSMID = row.csm(.pinned, in: directory)
    account.timeZone = row.text(.timeZone)
    account.language = row.text(.language)?.lowercased()
    account.domains = domains(row)
    account.lockReason = row.text(.lockReason)
    account.poolOK = row.flag(.poolOK) ?? false
    account.sponsor = row.choice(.sponsor)
    account.transition = row.choice(.transition)
    account.marketSegment = row.identifier(.marketSegment)
    account.nextGoal = row.text(.nextGoal)
    addMeasures(&account, row)
    addDates(&account, row)
    return account
  }

  private func addMeasures(_ account: inout Account, _ row: RowReader<AccountColumn>) {
    let currency = money.currency(.currency, in: row)
    account.arr = money.amount(.arr, in: row, own: currency, factor: revenueFactor)
    account.potential = money.amount(.potential, in: row, own: currency)
    account.effort = row.hours(.effort)
    account.highEffort = row.hours(.highEffort)
    account.health = health(row)
    account.healthTrend = row.trend(.healthTrend, "a change of health in points such as -12")
    account.usageTrend = row.trend(.usageTrend, "a change of usage in percent such as -12")
    account.lifecycle = row.choice(.lifecycle)
    account.relationship = row.choice(.relationship)
    account.csmChanges12Months = row.whole(.csmChanges, 0...1_000).map(Int.init)
    account.escalationOpen = row.flag(.escalationOpen) ?? false
  }

  private func addDates(_ account: inout Account, _ row: RowReader<AccountColumn>) {
    account.renewalDate = row.date(.renewal)
    account.onboardingEnd = row.date(.onboardingEnd)
    account.nextQBR = row.date(.nextQBR)
    account.csmSince = row.date(.csmSince)
    account.lastTouch = row.date(.lastTouch)
    account.sponsorChangedOn = row.date(.sponsorChanged)
    account.segmentChangedOn = row.date(.segmentChanged)
    account.escalationClosedOn = row.date(.escalationClosed)
    account.transitionOn = row.date(.transitionOn)
    account.goalDue = row.date(.goalDue)
  }

  private func name(_ column: AccountColumn, _ vocabulary: Vocabulary, _ row: RowReader<AccountColumn>)
    -> String
  {
    guard let text = row.required(column) else { return "" }
    return row.canonical(column, text, in: vocabulary) ?? ""
  }

  private func region(_ row: RowReader<AccountColumn>) -> String {
    guard let text = row.required(.region) else { return "" }
    if let region = countries.region(text) {
      return row.canonical(.region, region, in: vocabularies.regions) ?? ""
    }
    let advice = "Maybe add it to `formats.countries` in ballast.yaml."
    row.report(.region, .init("This country has no region.", value: text, advice: advice))
    return ""
  }

  private func domains(_ row: RowReader<AccountColumn>) -> [String] {
    var result: [String] = []
    for text in row.list(.domains) {
      guard let name = row.canonical(.domains, text, in: vocabularies.domains), !result.contains(name) else {
        continue
      }
      result.append(name)
    }
    return result
  }

  /// 0-100, or the three words of HubSpot's sentiment.
  private func health(_ row: RowReader<AccountColumn>) -> Int? {
    if let first = row.cell(.health).first, first >= 0x41,
      let word = row.text(.health).flatMap(HealthWord.init(spelling:))
    {
      return word.score
    }
    let expected = "a health score from 0 to 100"
    guard let number = row.number(.health, expected, marks: { $0 == "%" }) else { return nil }
    if let score = number.rounded(), score <= 100 { return Int(score) }
    let advice = "Maybe another scale: 0 is worst, 100 is best."
    row.report(.health, .init("This is not \(expected).", value: row.shown(.health), advice: advice))
    return nil
  }
}
