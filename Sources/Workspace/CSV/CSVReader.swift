import Portfolio

/// Reads the bytes of a CSV file into a table, and says what is wrong with its form.
///
/// Read are: comma, semicolon, tab or bar between cells; quotes with `""` inside; CR, LF or CRLF at line ends, also
/// within quotes; UTF-8 and UTF-16. Rows of another length than the header are errors, never padded or cut.
struct CSVReader {
  let file: String
  let issues: IssueCollector
  var limits = CSVLimits()

  /// The header row and the table below it; `nil` when the form of the file is so damaged that its cells mean
  /// nothing.
  func read(_ raw: consuming [UInt8]) -> (header: [String], table: CSVTable)? {
    let bytes: [UInt8]
    do { bytes = try CSVEncoding.utf8(raw) } catch {
      issues.add(.error, file: file, line: error.line, .init(error.message, advice: error.advice))
      return nil
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      issues.add(.error, file: file, .init("The file is empty.", advice: "Maybe the export failed."))
      return nil
    }
    let separator = CSVSeparator.detect(bytes)
    var scanner = CSVScanner(bytes: bytes, separator: separator, longestCell: limits.cellBytes)
    do {
      guard let header = try header(&scanner) else { return nil }
      return try (header, table(&scanner, columnCount: header.count))
    } catch {
      report(error)
      return nil
    }
  }

  private func header(_ scanner: inout CSVScanner) throws(CSVScanner.Fault) -> [String]? {
    var names: [String] = []
    while true {
      let start = scanner.position
      let (end, by) = try scanner.next()
      var single = CSVTable(bytes: scanner.bytes, columnCount: 1)
      single.bounds = [UInt32(start), UInt32(end + 1)]
      names.append(String(decoding: single.cell(0, 0), as: UTF8.self))
      guard names.count <= limits.columns else {
        issues.add(.error, file: file, line: 1, tooManyColumns)
        return nil
      }
      if by == .separator { continue }
      if by == .line, names == [""] {
        names = []
        continue
      }
      return names
    }
  }

  private var tooManyColumns: IssueCollector.Text {
    .init(
      "The file has more than \(limits.columns) columns.",
      advice: "Maybe export only the columns that are needed.")
  }

  private func table(_ scanner: inout CSVScanner, columnCount: Int) throws(CSVScanner.Fault) -> CSVTable {
    var table = CSVTable(bytes: scanner.bytes, columnCount: columnCount)
    let rows = scanner.bytes.count { $0 == CSVByte.lineFeed || $0 == CSVByte.carriageReturn } + 1
    table.bounds.reserveCapacity(min(rows * (columnCount + 1), limits.cells))
    table.lines.reserveCapacity(min(rows, limits.cells / (columnCount + 1)))
    while !scanner.isAtEnd {
      try appendRow(&scanner, &table)
      guard table.bounds.count <= limits.cells else {
        issues.add(
          .error, file: file, line: scanner.line, .init("The file has more than \(limits.cells) cells."))
        break
      }
    }
    if table.rowCount == 0 {
      let advice = "Maybe the export was filtered to nothing."
      issues.add(.error, file: file, .init("The file has a header but no rows.", advice: advice))
    }
    return table
  }

  private func appendRow(_ scanner: inout CSVScanner, _ table: inout CSVTable) throws(CSVScanner.Fault) {
    let line = scanner.line
    let first = table.bounds.count
    var count = 0
    var isEmpty = true
    while true {
      let start = scanner.position
      let (end, by) = try scanner.next()
      count += 1
      if end > start { isEmpty = false }
      if count <= table.columnCount { table.bounds.append(UInt32(start)) }
      if by == .separator { continue }
      table.bounds.append(UInt32(end + 1))
      if by == .file { table.endsComplete = scanner.lastCellWasQuoted || (isEmpty && count == 1) }
      break
    }
    guard !isEmpty, count == table.columnCount else {
      table.bounds.removeSubrange(first...)
      if isEmpty {
        table.emptyRows += count > 1 ? 1 : 0
      } else {
        reportRagged(line, count, table.columnCount)
      }
      return
    }
    table.lines.append(UInt32(line))
  }

  private func reportRagged(_ line: Int, _ count: Int, _ expected: Int) {
    let advice =
      count > expected
      ? "Maybe a cell with a separator in it lacks its quotes."
      : "Maybe the file is cut off here, or a line break lacks its quotes."
    issues.add(
      .error, file: file, line: line,
      .init("The row has \(count) cells, the header has \(expected).", advice: advice))
  }

  private func report(_ fault: CSVScanner.Fault) {
    let text: IssueCollector.Text =
      switch fault.reason {
      case .unterminatedQuote:
        .init(
          "A quote opens here and is never closed.",
          advice: "Maybe the file is cut off, or a quote inside a cell is not doubled.")
      case .textAfterQuote:
        .init("Text follows a closing quote.", advice: "Maybe a quote inside a cell is not doubled.")
      case .cellTooLong:
        .init("A cell is longer than \(limits.cellBytes) bytes.", advice: "Maybe a quote is never closed.")
      }
    issues.add(.error, file: file, line: fault.line, text)
  }
}
