import Portfolio

/// Which cell of a row holds which column.
struct ColumnMapping<Column: InputColumn> {
  /// By `Column.rawValue`; -1 when the file has no such column.
  private(set) var positions: [Int]
  let header: [String]

  func position(_ column: Column) -> Int? {
    let position = positions[column.rawValue]
    return position < 0 ? nil : position
  }

  /// The header as the file spells it.
  func title(_ column: Column) -> String { position(column).map { header[$0] } ?? column.name }

  func isTitled(_ column: Column, _ names: [String]) -> Bool {
    guard let position = position(column) else { return false }
    return names.map(ColumnName.folded).contains(ColumnName.folded(header[position]))
  }
}

extension ColumnMapping {
  /// Explicit mappings win over canonical names, those over aliases, those over substitutes; two headers of the
  /// same rank are an error that lists them. `nil` after an error.
  static func resolve(
    header: [String], explicit: [String: String], file: String, issues: IssueCollector
  ) -> ColumnMapping? {
    var resolver = HeaderResolver(header: header, file: file, issues: issues)
    var positions = [Int](repeating: -1, count: Column.definitions.count)
    resolver.reportDuplicates()
    for column in Column.allCases {
      let position = resolver.position(of: column.definition, explicit: explicit[column.name])
      positions[column.rawValue] = position ?? -1
    }
    resolver.reportUnused(positions)
    return resolver.hasFailed ? nil : ColumnMapping(positions: positions, header: header)
  }
}

private struct HeaderResolver {
  let header: [String]
  let folded: [String]
  let file: String
  let issues: IssueCollector
  private(set) var hasFailed = false

  init(header: [String], file: String, issues: IssueCollector) {
    self.header = header
    self.file = file
    self.issues = issues
    folded = header.map(ColumnName.folded)
  }

  mutating func reportDuplicates() {
    let groups = Dictionary(grouping: folded.indices.filter { !folded[$0].isEmpty }) { folded[$0] }
    for positions in groups.values.sorted(by: { $0[0] < $1[0] }) where positions.count > 1 {
      let places = positions.map { String($0 + 1) }.joined(separator: " and ")
      let title = header[positions[0]]
      fail(
        title,
        .init("Two columns have this header: \(places).", value: title, advice: "Maybe remove or rename one.")
      )
    }
  }

  mutating func position(of column: ColumnDefinition, explicit: String?) -> Int? {
    if let explicit { return explicitPosition(column, explicit) }
    for names in [[column.name], column.aliases, column.substitutes] {
      let wanted = Set(names.map(ColumnName.folded))
      let found = folded.indices.filter { wanted.contains(folded[$0]) }
      if found.count > 1 { reportAmbiguous(column, found) }
      if let first = found.first { return first }
    }
    if column.isRequired { reportMissing(column) }
    return nil
  }

  private mutating func explicitPosition(_ column: ColumnDefinition, _ title: String) -> Int? {
    if let exact = header.firstIndex(of: title) { return exact }
    if let similar = folded.firstIndex(of: ColumnName.folded(title)) { return similar }
    let advice = NearestName.advice(
      title, among: header, else: "Maybe the mapping in ballast.yaml is out of date.")
    let text = IssueCollector.Text(
      "The policy maps \(column.name) to a header that the file does not have.", value: title, advice: advice)
    fail(column.name, text)
    return nil
  }

  private mutating func reportAmbiguous(_ column: ColumnDefinition, _ positions: [Int]) {
    let candidates = positions.map { "`\(DisplayText.shown(header[$0]))`" }.joined(separator: ", ")
    let advice = "Maybe name one in ballast.yaml under `columns`."
    fail(column.name, .init("Several headers may mean \(column.name): \(candidates).", advice: advice))
  }

  private mutating func reportMissing(_ column: ColumnDefinition) {
    var advice = NearestName.of(column.name, among: header).map {
      "Maybe `\(DisplayText.shown($0))` was meant: "
    }
    if column.name == "csm_id", let owner = folded.firstIndex(of: "ownerid") {
      advice = "Maybe `\(header[owner])`, but that is often the account executive: if not, "
    }
    let remedy =
      "name its header in ballast.yaml under `columns`, or add the column (its cells may be empty)."
    let known = ([column.name] + column.aliases + column.substitutes).joined(separator: ", ")
    fail(
      column.name,
      .init(
        "The column \(column.name) is missing (looked for: \(known)).", advice: (advice ?? "Maybe ") + remedy)
    )
  }

  func reportUnused(_ positions: [Int]) {
    let used = Set(positions)
    let unused = header.indices.filter { !used.contains($0) }
    guard !unused.isEmpty, !hasFailed else { return }
    let names = unused.prefix(8).map { DisplayText.shown(header[$0], limit: 30) }.joined(separator: ", ")
    let more = unused.count > 8 ? " and \(unused.count - 8) more" : ""
    let noun = unused.count == 1 ? "1 column is" : "\(unused.count) columns are"
    issues.add(.note, file: file, line: 1, .init("\(noun) not used: \(names)\(more)."))
  }

  private mutating func fail(_ column: String, _ text: IssueCollector.Text) {
    hasFailed = true
    issues.add(.error, file: file, line: 1, column: DisplayText.shown(column), text)
  }
}
