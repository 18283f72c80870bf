import Portfolio

/// Reads the cells of one row as values; whatever is not one is reported with file, line and column.
struct RowReader<Column: InputColumn> {
  let source: MappedTable<Column>
  let row: Int

  var line: Int { source.table.line(row) }

  /// Empty when the file has no such column.
  func cell(_ column: Column) -> ArraySlice<UInt8> {
    guard let position = source.mapping.position(column) else { return [] }
    return source.table.cell(row, position)
  }

  func report(
    _ column: Column, as severity: ValidationIssue.Severity = .error,
    _ text: @autoclosure () -> IssueCollector.Text
  ) {
    let title = source.mapping.title(column)
    source.issues.add(severity, file: source.file, line: line, column: title, text())
  }

  /// The text of a cell as messages may show it: nothing from columns about persons.
  func shown(_ column: Column) -> String? {
    column.definition.isPersonal ? nil : String(decoding: cell(column), as: UTF8.self)
  }

  func text(_ column: Column) -> String? {
    let bytes = cell(column)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// An identifier or a name of the vocabulary: words for "no value" are not one.
  func identifier(_ column: Column) -> String? {
    guard let text = text(column) else { return nil }
    guard NumberText.isPlaceholder(text) else { return text }
    report(column, .init("This stands for no value.", value: text, advice: "Maybe leave the cell empty."))
    return nil
  }

  func required(_ column: Column) -> String? {
    let value = identifier(column)
    if value == nil, cell(column).isEmpty {
      report(
        column,
        .init("The cell is empty, but \(column.name) is required.", advice: "Maybe fill it in the source."))
    }
    return value
  }

  /// Separated by `;`, by default without repetition.
  func list(_ column: Column, keepingTwins: Bool = false) -> [String] {
    let bytes = cell(column)
    if bytes.isEmpty { return [] }
    guard bytes.contains(CSVByte.semicolon) else { return [String(decoding: bytes, as: UTF8.self)] }
    var result: [String] = []
    for part in bytes.split(separator: CSVByte.semicolon) {
      let item = String(decoding: CSVTable.trimmed(part), as: UTF8.self)
      if !item.isEmpty, keepingTwins || !result.contains(item) { result.append(item) }
    }
    return result
  }

  func flag(_ column: Column) -> Bool? {
    guard let text = text(column) else { return nil }
    switch text {
    case "yes": return true
    case "no": return false
    default: break
    }
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default:
      report(
        column, .init("This is neither yes nor no.", value: shown(column), advice: "Maybe write yes or no."))
      return nil
    }
  }

  /// One of the raw values of an enumeration, without regard to case, spaces and underscores.
  func choice<Value: RawRepresentable & CaseIterable>(_ column: Column) -> Value?
  where Value.RawValue == String {
    guard let text = text(column) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let wanted = ColumnName.folded(text).filter { $0 != "-" }
    if let value = Value.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == wanted }) {
      return value
    }
    let names = Value.allCases.map(\.rawValue)
    let fallback = "Maybe one of \(names.joined(separator: ", "))."
    report(
      column,
      .init(
        "This is no \(column.name).", value: shown(column),
        advice: NearestName.advice(text, among: names, else: fallback)))
    return nil
  }
}

extension RowReader {
  func date(_ column: Column) -> CalendarDate? {
    let bytes = cell(column)
    if bytes.isEmpty { return nil }
    switch DateText(bytes) {
    case .date(let date): return date
    case .ambiguousOrder(let first, let second, let year):
      return ordered(column, first: first, second: second, year: year)
    case .impossible:
      report(column, .init("There is no such day.", value: shown(column), advice: "Maybe a typing error."))
    case .twoDigitYear:
      report(
        column, .init("The year has two digits.", value: shown(column), advice: "Maybe export as YYYY-MM-DD.")
      )
    case .serialNumber:
      let advice = "Maybe a spreadsheet's serial number: format the column as YYYY-MM-DD."
      report(column, .init("This is a number, not a date.", value: shown(column), advice: advice))
    case .other:
      let advice =
        NumberText.isPlaceholder(text(column) ?? "")
        ? "Maybe leave the cell empty." : "Maybe write YYYY-MM-DD."
      report(column, .init("This is not a date.", value: shown(column), advice: advice))
    }
    return nil
  }

  private func ordered(_ column: Column, first: Int, second: Int, year: Int) -> CalendarDate? {
    guard let order = source.dateOrder(column), order != .iso else {
      let isCertain = first > 12 && second > 12
      let advice = "Maybe set `formats: {dates: dmy}` or `formats: {dates: mdy}` in ballast.yaml."
      let message = isCertain ? "There is no such day." : "It is unclear which number is the day."
      report(column, .init(message, value: shown(column), advice: advice))
      return nil
    }
    let (day, month) = order == .dmy ? (first, second) : (second, first)
    if let date = CalendarDate(year: year, month: month, day: day) { return date }
    let name = order == .dmy ? "day first" : "month first"
    report(
      column,
      .init(
        "There is no such day when read with the \(name).", value: shown(column),
        advice: "Maybe a typing error."))
    return nil
  }

  /// A number with what stands beside it; `nil` when the cell is empty or was reported.
  func number(_ column: Column, _ expected: String, marks: (String) -> Bool = { _ in false })
    -> DecimalNumber?
  {
    let bytes = cell(column)
    if bytes.isEmpty { return nil }
    do {
      let text = try NumberText(bytes, style: source.numberStyle(column))
      guard let mark = text.mark, !marks(mark) else { return text.number }
      let advice = "Maybe write digits only."
      report(
        column,
        .init(
          "`\(DisplayText.shown(mark, limit: 12))` does not belong to \(expected).", value: shown(column),
          advice: advice))
    } catch {
      report(column, error.text(expected, shown(column)))
    }
    return nil
  }

  func whole(_ column: Column, _ range: ClosedRange<Int64>) -> Int64? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let number = number(column, expected) else { return nil }
    if number.isWhole, let value = number.rounded(), range.contains(value) { return value }
    report(column, .init("This is not \(expected).", value: shown(column), advice: "Maybe a typing error."))
    return nil
  }

  /// Decimal hours in whole minutes, rounded half up.
  func hours(_ column: Column) -> Minutes? {
    guard let number = number(column, "a number of hours") else { return nil }
    if let minutes = number.rounded(times: 60), minutes <= 600_000 { return Minutes(minutes) }
    report(
      column,
      .init(
        "More than 10000 hours a month are not plausible.", value: shown(column),
        advice: "Maybe minutes were given."))
    return nil
  }

  /// `80%`, or a share of one such as `0.8`.
  func share(_ column: Column, upTo limit: Int64) -> Percent? {
    var isPercent = false
    let expected = "a share such as 0.8 or 80%"
    guard
      let number = number(
        column, expected,
        marks: { mark in
          isPercent = mark == "%"
          return isPercent
        })
    else { return nil }
    if let percent = number.rounded(times: isPercent ? 1 : 100), percent <= limit { return percent }
    report(
      column, .init("This is not \(expected).", value: shown(column), advice: "Maybe add a percent sign."))
    return nil
  }
}
