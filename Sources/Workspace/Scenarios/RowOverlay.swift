import Portfolio

/// A table while the changes of scenarios are made to it, in order.
struct RowOverlay<Column: ScenarioColumn> {
  private(set) var table: CanonicalRows<Column>
  private(set) var sentences: [String] = []
  private let issues: IssueCollector

  init(_ table: CanonicalRows<Column>, issues: IssueCollector) {
    self.table = table
    self.issues = issues
  }

  mutating func apply(_ change: RowChange<Column>) {
    switch change.kind {
    case .add(let row): add(row, change.place)
    case .remove(let filter): remove(filter, change.place)
    case .set(let filter, let cells, let words): set(filter, cells, words, change.place)
    case .grow(let filter, let column, let growth): grow(filter, column, growth, change.place)
    }
  }

  private mutating func add(_ row: CanonicalRows<Column>.Row, _ place: ScenarioPlace) {
    let id = row[Column.identifier]
    if table.rows.contains(where: { $0[Column.identifier] == id }) {
      let advice = "Maybe another id, or `change` instead of `add`."
      report(place, .init("There is a \(Column.noun) with this id already.", value: id, advice: advice))
      return
    }
    table.rows.append(row)
    let facts = Column.allCases.filter { $0 != Column.identifier && !$0.definition.isPersonal && !row[$0].isEmpty }
      .map { "\($0.name) \(DisplayText.shown(row[$0]))" }
    sentences.append("\(Column.title) \(DisplayText.shown(id)) is added: \(facts.joined(separator: ", ")).")
  }

  private mutating func remove(_ filter: RowFilter<Column>, _ place: ScenarioPlace) {
    let found = rows(filter, place)
    guard !found.isEmpty else { return }
    sentences.append("\(subject(found, filter)) removed.")
    let gone = Set(found)
    table.rows = table.rows.indices.filter { !gone.contains($0) }.map { table.rows[$0] }
  }

  private mutating func set(
    _ filter: RowFilter<Column>, _ cells: [(column: Column, text: String)], _ words: String?, _ place: ScenarioPlace
  ) {
    let found = rows(filter, place)
    for (column, text) in cells {
      if found.count > 1, column == Column.identifier {
        report(place, .init("Several \(Column.noun)s cannot have one id."))
        return
      }
      for row in found { table.rows[row][column] = text }
    }
    guard !found.isEmpty else { return }
    let verb = found.count == 1 ? "gets" : "get"
    let said = words ?? "\(verb) " + cells.map(RowOverlay.words).joined(separator: ", ")
    sentences.append("\(names(found, filter)) \(said).")
  }

  private static func words(_ cell: (column: Column, text: String)) -> String {
    let shown = cell.column.definition.isPersonal ? "another text" : DisplayText.shown(cell.text)
    return cell.text.isEmpty ? "no \(cell.column.name)" : "\(cell.column.name) \(shown)"
  }

  private mutating func grow(
    _ filter: RowFilter<Column>, _ column: Column, _ growth: RowChange<Column>.Growth, _ place: ScenarioPlace
  ) {
    let found = rows(filter, place)
    let filled = found.filter { !table.rows[$0][column].isEmpty }
    guard !found.isEmpty else { return }
    guard !filled.isEmpty else {
      let advice = column.name == "effort_hours" ? "Maybe change `effort.base_hours` of the policy." : nil
      report(place, .init("None of the \(Column.noun)s has a value in \(column.name).", advice: advice))
      return
    }
    let quantity = ColumnQuantity(column)
    var (before, after): (Int128, Int128) = (0, 0)
    for row in filled {
      guard let old = quantity.value(table.rows[row][column]) else { continue }
      let new = max(0, growth.applied(to: old))
      let text = quantity.text(new)
      before += old
      after += quantity.value(text) ?? new
      table.rows[row][column] = text
    }
    let total = "\(quantity.total(before)) together become \(quantity.total(after))"
    let empty = found.count - filled.count
    let rest = empty == 0 ? "" : "; \(empty) have none and stay as they are"
    sentences.append("\(names(filled, filter)): \(column.name) \(growth.words); \(total)\(rest).")
  }

  private func rows(_ filter: RowFilter<Column>, _ place: ScenarioPlace) -> [Int] {
    let found = table.rows.indices.filter { filter.matches(table.rows[$0]) }
    if found.isEmpty {
      report(place, .init("No \(Column.noun) matches: \(filter.words).", advice: filter.advice(table.rows)))
    }
    return found
  }

  private func subject(_ rows: [Int], _ filter: RowFilter<Column>) -> String {
    "\(names(rows, filter)) \(rows.count == 1 ? "is" : "are")"
  }

  /// Ids where they are few, else how many.
  private func names(_ rows: [Int], _ filter: RowFilter<Column>) -> String {
    let ids = rows.prefix(3).map { DisplayText.shown(table.rows[$0][Column.identifier]) }
    if rows.count <= 3 { return "\(Column.title)\(rows.count == 1 ? "" : "s") \(ids.joined(separator: ", "))" }
    return "\(Column.counted(rows.count))\(filter.conditions.isEmpty ? "" : " (\(filter.words))")"
  }

  private func report(_ place: ScenarioPlace, _ text: IssueCollector.Text) {
    issues.add(.error, .policy, file: place.file, line: place.line, column: place.path, text)
  }
}

extension RowChange.Growth {
  /// Millionths to millionths.
  fileprivate func applied(to value: Int128) -> Int128 {
    switch self {
    case .factor(let factor): value * factor / DecimalNumber.scale
    case .amount(let amount): value + amount
    }
  }

  fileprivate var words: String {
    switch self {
    case .factor(let factor): "times \(CanonicalText.decimal(factor))"
    case .amount(let amount): "\(amount < 0 ? "less" : "plus") \(CanonicalText.decimal(amount.magnitude.asSigned))"
    }
  }
}

extension UInt128 {
  /// Amounts of scenarios are far below the limit.
  fileprivate var asSigned: Int128 { Int128(clamping: self) }
}

/// How the amounts of a column are written: hours to the minute, shares in percent, everything else as whole numbers.
private struct ColumnQuantity {
  private let isHours: Bool
  private let isShare: Bool

  init(_ column: some ScenarioColumn) {
    isHours = column.name.hasSuffix("_hours")
    isShare = column.name == "fte"
  }

  /// Of an hour, a percent, a unit of money: in millionths.
  func value(_ text: String) -> Int128? {
    DecimalNumber(digits: Array((text.hasSuffix("%") ? String(text.dropLast()) : text).utf8))?.millionths
  }

  func text(_ value: Int128) -> String {
    let number = DecimalNumber(millionths: value)
    if isHours { return CanonicalText.hours(number.rounded(times: 60) ?? 0) }
    return "\(number.rounded() ?? 0)\(isShare ? "%" : "")"
  }

  /// For sentences: hours to a tenth.
  func total(_ value: Int128) -> String {
    guard isHours else { return text(value) }
    let tenths = DecimalNumber(millionths: value).rounded(times: 10) ?? 0
    return "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)") h"
  }
}
