import Portfolio

/// Finds rows by id. Ids are compared exactly, except that the two forms of a Salesforce id are one, and that
/// differently composed accents are (Swift compares strings by canonical equivalence).
struct IdentifierIndex {
  private var positions: [String: Int32] = [:]

  /// - Parameters:
  ///   - ids: an empty one stands for a row that was reported already.
  ///   - report: called with the position of a later twin and of the earlier row.
  init(ids: [String], report: (_ twin: Int, _ first: Int, _ differsByCase: Bool) -> Void) {
    positions.reserveCapacity(ids.count)
    var byFold: [Int: Int32] = [:]
    byFold.reserveCapacity(ids.count)
    for (position, id) in ids.enumerated() where !id.isEmpty {
      let key = SalesforceID.key(id)
      if let first = positions.updateValue(Int32(position), forKey: key) {
        positions[key] = first
        report(position, Int(first), false)
        continue
      }
      guard !SalesforceID.isCaseSensitive(key) else { continue }
      let lowered = key.lowercased()
      let other = byFold.updateValue(Int32(position), forKey: lowered.hashValue)
      guard let other, ids[Int(other)].lowercased() == id.lowercased() else { continue }
      report(position, Int(other), true)
    }
  }

  subscript(id: String) -> Int? { positions[SalesforceID.key(id)].map(Int.init) }
}

extension MappedTable {
  /// The ids of all rows, `""` for a row without one, and where to find them; twins are reported with both lines.
  func indexed(by column: Column) -> (ids: [String], index: IdentifierIndex) {
    let ids = (0..<table.rowCount).map { RowReader(source: self, row: $0).required(column) ?? "" }
    let index = IdentifierIndex(ids: ids) { twin, first, differsByCase in
      let (line, other) = (table.line(twin), table.line(first))
      let what =
        differsByCase ? "differs only by case from that of line \(other)" : "is that of line \(other), too"
      let text = IssueCollector.Text(
        "The id of line \(line) \(what).", value: ids[twin],
        advice: "Maybe the export holds rows twice: keep one of them.")
      issues.add(.error, file: file, line: line, column: mapping.title(column), text)
    }
    return (ids, index)
  }
}
