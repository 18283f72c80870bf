import Portfolio

/// Which rows of a table a change is about: those that meet every condition.
struct RowFilter<Column: ScenarioColumn> {
  struct Condition {
    enum Test {
      /// One of these, without regard to case and spaces; of a cell with several values any of them.
      case among([String])
      case empty
      /// Amounts by size, dates by day; rows that say nothing do not meet it.
      case below(String)
      case atLeast(String)
    }

    var column: Column
    var test: Test
  }

  var conditions: [Condition] = []

  func matches(_ row: CanonicalRows<Column>.Row) -> Bool { conditions.allSatisfy { $0.isMet(by: row) } }

  /// For sentences: `tier Strategic, health below 40`.
  var words: String { conditions.map(\.words).joined(separator: ", ") }

  /// What may have been meant where nothing matches: the nearest value of a column, or that each condition alone is met.
  func advice(_ rows: [CanonicalRows<Column>.Row]) -> String {
    for condition in conditions where !rows.contains(where: condition.isMet) {
      return condition.advice(rows)
    }
    return "Maybe leave one of the conditions out: each of them alone is met by some \(Column.noun)."
  }
}

extension RowFilter.Condition {
  func isMet(by row: CanonicalRows<Column>.Row) -> Bool {
    let cell = row[column]
    switch test {
    case .empty: return cell.isEmpty
    case .among(let names): return values(cell).contains { value in names.contains { isSame($0, value) } }
    case .below(let limit): return compared(cell, limit).map { $0 < 0 } ?? false
    case .atLeast(let limit): return compared(cell, limit).map { $0 >= 0 } ?? false
    }
  }

  fileprivate var words: String {
    let isDate = Column.dates.contains(column)
    switch test {
    case .empty: return "no \(column.name)"
    case .among(let names): return "\(column.name) \(names.joined(separator: " or "))"
    case .below(let limit): return "\(column.name) \(isDate ? "before" : "below") \(limit)"
    case .atLeast(let limit): return "\(column.name) \(isDate ? "from" : "at least") \(limit)"
    }
  }

  fileprivate func advice(_ rows: [CanonicalRows<Column>.Row]) -> String {
    let known = Set(rows.flatMap { values($0[column]) }.filter { !$0.isEmpty }).sorted()
    guard !known.isEmpty else { return "Maybe another condition: no \(Column.noun) has a \(column.name)." }
    guard case .among(let names) = test else {
      return "Maybe another limit: no \(Column.noun) has \(words)."
    }
    let shown = known.prefix(8).map { DisplayText.shown($0, limit: 30) }.joined(separator: ", ")
    let fallback = column.definition.isPersonal ? "Maybe use the id." : "Maybe one of \(shown)."
    return NearestName.advice(names[0], among: column.definition.isPersonal ? [] : known, else: fallback)
  }

  /// Domains of CSMs carry a level behind a colon.
  private func values(_ cell: String) -> [String] {
    guard Column.lists.contains(column) else { return [cell] }
    return cell.split(separator: ";").map { String($0.split(separator: ":", maxSplits: 1)[0]) }
  }

  private func isSame(_ left: String, _ right: String) -> Bool {
    column == Column.identifier ? left == right : TierName.folded(left) == TierName.folded(right)
  }

  /// Negative, zero or positive; `nil` where one of them is not there.
  private func compared(_ cell: String, _ limit: String) -> Int? {
    guard !cell.isEmpty else { return nil }
    if Column.dates.contains(column) { return cell == limit ? 0 : cell < limit ? -1 : 1 }
    let number = { (text: String) in Double(text.hasSuffix("%") ? String(text.dropLast()) : text) }
    guard let left = number(cell), let right = number(limit) else { return nil }
    return left == right ? 0 : left < right ? -1 : 1
  }
}
