/// Walks over the cells of a file byte by byte. Separators, quotes and line ends are ASCII, and no byte of a longer
/// UTF-8 sequence is, so that combining marks after them cannot hide them (see Decisions/0003).
struct CSVScanner {
  enum CellEnd { case separator, line, file }

  struct Fault: Error, Hashable {
    enum Reason: Hashable { case unterminatedQuote, textAfterQuote, cellTooLong }
    var reason: Reason
    var line: Int
  }

  let bytes: [UInt8]
  let separator: UInt8
  let longestCell: Int
  private(set) var position = 0
  private(set) var line = 1
  private(set) var lastCellWasQuoted = false

  init(bytes: [UInt8], separator: UInt8, longestCell: Int) {
    self.bytes = bytes
    self.separator = separator
    self.longestCell = longestCell
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// Reads one cell. `end` is one past its last byte, quotes included; the position moves behind what ended it.
  mutating func next() throws(Fault) -> (end: Int, by: CellEnd) {
    let start = position
    let firstLine = line
    lastCellWasQuoted = position < bytes.count && bytes[position] == CSVByte.quote
    if lastCellWasQuoted { try skipQuoted() } else { skipPlain() }
    guard position - start <= longestCell else { throw Fault(reason: .cellTooLong, line: firstLine) }
    let end = position
    return (end, try finish())
  }

  private mutating func skipPlain() {
    var index = position
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == separator || byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn { break }
      index += 1
    }
    position = index
  }

  private mutating func skipQuoted() throws(Fault) {
    let firstLine = line
    var index = position + 1
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte == CSVByte.quote {
        guard index + 1 < count, bytes[index + 1] == CSVByte.quote else {
          position = index + 1
          return
        }
        index += 1
      } else if byte == CSVByte.lineFeed || (byte == CSVByte.carriageReturn && !isLineFeed(index + 1)) {
        line += 1
      }
      index += 1
      guard index - position <= longestCell else { throw Fault(reason: .unterminatedQuote, line: firstLine) }
    }
    throw Fault(reason: .unterminatedQuote, line: firstLine)
  }

  private mutating func finish() throws(Fault) -> CellEnd {
    guard position < bytes.count else { return .file }
    let byte = bytes[position]
    if byte == separator {
      position += 1
      return .separator
    }
    guard byte == CSVByte.lineFeed || byte == CSVByte.carriageReturn else {
      throw Fault(reason: .textAfterQuote, line: line)
    }
    position += byte == CSVByte.carriageReturn && isLineFeed(position + 1) ? 2 : 1
    line += 1
    return .line
  }

  private func isLineFeed(_ index: Int) -> Bool { index < bytes.count && bytes[index] == CSVByte.lineFeed }
}
