import Portfolio

/// Replaces cells of a table and leaves every other byte as it is.
struct TableEditor {
  private let file: String
  let header: [String]
  private let table: CSVTable
  private let separator: UInt8

  /// `nil` when the file is no table that can be read.
  init?(file: String, bytes: [UInt8]) {
    guard let (header, table) = CSVReader(file: file, issues: IssueCollector()).read(bytes) else { return nil }
    self.file = file
    self.header = header
    self.table = table
    separator = CSVSeparator.detect(table.bytes)
  }

  /// The bytes with some cells replaced, by line and header; a column that is missing is added. O(size of the file).
  func replacing(_ cells: [(line: Int, header: String, value: String)]) -> [UInt8] {
    var replacements: [(range: Range<Int>, text: [UInt8])] = []
    let added = Set(cells.map(\.header)).subtracting(header).sorted()
    for row in 0..<table.rowCount {
      let own = cells.filter { $0.line == table.line(row) }
      for cell in own {
        guard let column = header.firstIndex(of: cell.header) else { continue }
        replacements.append((range(row, column), quoted(cell.value)))
      }
      let end = range(row, header.count - 1).upperBound
      let extra = added.flatMap { name in [separator] + quoted(own.first { $0.header == name }?.value ?? "") }
      if !extra.isEmpty { replacements.append((end..<end, extra)) }
    }
    if let end = headerEnd, !added.isEmpty {
      replacements.append((end..<end, added.flatMap { [separator] + quoted($0) }))
    }
    return spliced(replacements)
  }

  /// The rows below the header, with the content of their cells.
  var rows: [(line: Int, cells: [String])] {
    (0..<table.rowCount).map { row in
      (table.line(row), (0..<header.count).map { String(decoding: table.content(row, $0), as: UTF8.self) })
    }
  }

  /// The bytes with some cells replaced, by row and column. O(size of the file).
  func replacing(_ cells: [(row: Int, column: Int, value: String)]) -> [UInt8] {
    spliced(cells.map { (range($0.row, $0.column), quoted($0.value)) })
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    let first = row * (table.columnCount + 1) + column
    return Int(table.bounds[first])..<(Int(table.bounds[first + 1]) - 1)
  }

  /// One past the last byte of the header.
  private var headerEnd: Int? {
    guard table.rowCount > 0 else { return nil }
    var end = Int(table.bounds[0])
    while end > 0, [CSVByte.lineFeed, CSVByte.carriageReturn].contains(table.bytes[end - 1]) { end -= 1 }
    return end
  }

  private func quoted(_ value: String) -> [UInt8] {
    let bytes = Array(value.utf8)
    let needsQuotes = bytes.contains {
      [separator, CSVByte.quote, CSVByte.lineFeed, CSVByte.carriageReturn].contains($0)
    }
    guard needsQuotes else { return bytes }
    return [CSVByte.quote] + bytes.flatMap { $0 == CSVByte.quote ? [$0, $0] : [$0] } + [CSVByte.quote]
  }

  private func spliced(_ replacements: [(range: Range<Int>, text: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for (range, text) in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += table.bytes[position..<range.lowerBound] + text
      position = range.upperBound
    }
    return result + table.bytes[position...]
  }
}
