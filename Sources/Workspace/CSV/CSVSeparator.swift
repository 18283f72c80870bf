/// Finds the separator of a table: the one under which the header has several cells and the first rows have as
/// many as the header.
enum CSVSeparator {
  static let candidates = [CSVByte.comma, CSVByte.semicolon, CSVByte.tab, CSVByte.bar]
  private static let sampleRows = 30

  static func detect(_ bytes: [UInt8]) -> UInt8 {
    var best: (separator: UInt8, score: [Int]) = (CSVByte.comma, [0, 0, 0])
    for candidate in candidates {
      let score = score(bytes, candidate)
      if best.score.lexicographicallyPrecedes(score) { best = (candidate, score) }
    }
    return best.separator
  }

  /// Whether every sampled row agrees with the header, then how many known column names the header holds, then
  /// how many cells it has.
  private static func score(_ bytes: [UInt8], _ separator: UInt8) -> [Int] {
    var scanner = CSVScanner(bytes: bytes, separator: separator, longestCell: CSVLimits().cellBytes)
    guard let header = row(&scanner), header.count > 1 else { return [0, 0, 0] }
    var agreeing = 0
    var sampled = 0
    while !scanner.isAtEnd, sampled < sampleRows {
      guard let cells = row(&scanner) else { break }
      if cells.count == 1, cells[0].isEmpty { continue }
      sampled += 1
      if cells.count == header.count { agreeing += 1 }
    }
    let known = header.count { ColumnName.isKnown(String(decoding: CSVTable.trimmed($0), as: UTF8.self)) }
    return [known > 1 ? 1 : 0, agreeing, header.count]
  }

  private static func row(_ scanner: inout CSVScanner) -> [ArraySlice<UInt8>]? {
    var cells: [ArraySlice<UInt8>] = []
    while cells.count <= CSVLimits().columns {
      let start = scanner.position
      guard let (end, by) = try? scanner.next() else { return nil }
      let isQuoted = scanner.lastCellWasQuoted && end - start >= 2
      cells.append(scanner.bytes[(isQuoted ? start + 1 : start)..<(isQuoted ? end - 1 : end)])
      if by != .separator { return cells }
    }
    return nil
  }
}
