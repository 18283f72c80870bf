/// The cells of a table as byte ranges of the file that was read: a table of a million rows costs one copy of
/// its bytes and four bytes per cell.
struct CSVTable {
  let bytes: [UInt8]
  let columnCount: Int
  /// Per row: where each cell begins, and one past the separator that would follow the last cell.
  var bounds: [UInt32] = []
  /// 1-based line in the file on which each row begins.
  var lines: [UInt32] = []
  /// `false` when the last row has neither a line end nor a closing quote.
  var endsComplete = true
  /// Rows without any content, which were left out.
  var emptyRows = 0

  init(bytes: [UInt8], columnCount: Int) {
    self.bytes = bytes
    self.columnCount = columnCount
  }

  var rowCount: Int { lines.count }
  func line(_ row: Int) -> Int { Int(lines[row]) }

  /// The content without quotes, and without spaces around it.
  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    CSVTable.trimmed(content(row, column))
  }

  /// The content without quotes.
  func content(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let first = row * (columnCount + 1) + column
    let (start, end) = (Int(bounds[first]), Int(bounds[first + 1]) - 1)
    guard start < end, bytes[start] == CSVByte.quote else { return bytes[start..<end] }
    return CSVTable.unescaped(bytes[(start + 1)..<(end - 1)])
  }

  private static func unescaped(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard content.contains(CSVByte.quote) else { return content }
    var result: [UInt8] = []
    var isSecond = false
    for byte in content {
      if byte == CSVByte.quote, !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      result.append(byte)
    }
    return result[...]
  }

  /// Spaces, tabs, line ends and no-break spaces (0xC2 0xA0) are dropped on both sides.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return bytes[start..<end]
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

enum CSVByte {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B
  static let tab: UInt8 = 0x09
  static let bar: UInt8 = 0x7C
}
