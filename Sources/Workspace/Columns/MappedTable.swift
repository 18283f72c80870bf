import Portfolio

/// A table whose columns are known, with what its columns settle as a whole. A class, because every row refers to it.
final class MappedTable<Column: InputColumn> {
  let file: String
  let table: CSVTable
  let mapping: ColumnMapping<Column>
  let formats: WorkspaceSettings.Formats
  let issues: IssueCollector
  private var dateOrders: [DateOrder?]
  private var numberStyles: [NumberStyle?]
  private var filled: [Int]

  init(
    file: String, table: CSVTable, mapping: ColumnMapping<Column>, formats: WorkspaceSettings.Formats,
    issues: IssueCollector, dates: [Column], numbers: [Column], money: [Column]
  ) {
    self.file = file
    self.table = table
    self.mapping = mapping
    self.formats = formats
    self.issues = issues
    dateOrders = [DateOrder?](repeating: nil, count: Column.definitions.count)
    numberStyles = [NumberStyle?](repeating: nil, count: Column.definitions.count)
    filled = [Int](repeating: 0, count: Column.definitions.count)
    countFilled()
    for column in dates { settleDates(column) }
    for column in numbers { settleNumbers(column, isMoney: false) }
    for column in money { settleNumbers(column, isMoney: true) }
  }

  func dateOrder(_ column: Column) -> DateOrder? { dateOrders[column.rawValue] }
  func numberStyle(_ column: Column) -> NumberStyle? { numberStyles[column.rawValue] }

  private func countFilled() {
    for column in Column.allCases {
      guard let position = mapping.position(column) else { continue }
      filled[column.rawValue] = (0..<table.rowCount).count { !table.cell($0, position).isEmpty }
    }
  }

  private func settleDates(_ column: Column) {
    guard let position = mapping.position(column) else { return }
    var evidence = DateColumn()
    for row in 0..<table.rowCount { evidence.add(table.cell(row, position)) }
    dateOrders[column.rawValue] = evidence.settled(formats.dates)
    guard formats.dates == nil else { return }
    if evidence.isContradictory {
      let text = "Some dates have the day first, others the month."
      issues.add(
        .error, file: file, line: 1, column: mapping.title(column),
        .init(text, advice: "Maybe export as YYYY-MM-DD."))
    } else if let order = evidence.settled(nil) {
      let name = order == .dmy ? "day first" : "month first"
      issues.add(
        .note, file: file, line: 1, column: mapping.title(column),
        .init("Dates are read with the \(name): one has a day above 12."))
    }
  }

  private func settleNumbers(_ column: Column, isMoney: Bool) {
    guard let position = mapping.position(column) else { return }
    var evidence = NumberColumn()
    for row in 0..<table.rowCount {
      evidence.add(table.cell(row, position))
    }
    // Hours of `1.234` are a decimal number; as an amount of money they may be thousands.
    let style = evidence.settled(decimal: formats.decimal)
    numberStyles[column.rawValue] = style ?? (isMoney ? nil : evidence.isPointOnly ? NumberStyle() : nil)
    guard formats.decimal == nil, let style, style != NumberStyle() else { return }
    let mark = String(UnicodeScalar(style.decimal))
    issues.add(
      .note, file: file, line: 1, column: mapping.title(column),
      .init("Numbers are read with `\(mark)` as the decimal mark: the column as a whole shows it."))
  }

  /// One per column that the file has or that could be there.
  var facts: [ColumnFact] {
    Column.allCases.map { column in
      let count = filled[column.rawValue]
      let header = mapping.position(column).map { mapping.header[$0] }
      return ColumnFact(
        file: file, column: column.name, header: header, filled: count, empty: table.rowCount - count,
        whenEmpty: column.definition.whenEmpty)
    }
  }

  /// Names the default of every column that is there and has empty cells.
  func noteEmptyCells() {
    for fact in facts where fact.header != nil && fact.empty > 0 && fact.whenEmpty != "an error" {
      let text = "\(fact.empty) of \(table.rowCount) cells are empty: \(fact.whenEmpty)."
      issues.add(.note, file: file, column: fact.column, .init(text))
    }
  }
}
