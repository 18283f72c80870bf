import Portfolio

/// A CSV file after RFC 4180, written by bytes: `Character`s would merge a comma with the combining mark after it.
struct CSVTable {
  enum Cell {
    case text(String)
    /// Written as it is: digits, sign and decimal point of our own making.
    case number(String)
    case date(CalendarDate)
    case empty
  }

  private(set) var bytes: [UInt8] = []

  init(header: [String]) { append(header.map { .text($0) }) }

  mutating func append(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): append(quoted: CSVTable.neutralised(text))
      case .number(let text): bytes.append(contentsOf: text.utf8)
      case .date(let date): bytes.append(contentsOf: date.description.utf8)
      case .empty: break
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text.
  static func neutralised(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: "'" + text
    default: text
    }
  }

  private mutating func append(quoted text: String) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

extension CSVTable.Cell {
  static func text(_ text: String?) -> Self { text.map { .text($0) } ?? .empty }
  static func date(_ date: CalendarDate?) -> Self { date.map { .date($0) } ?? .empty }
  static func number(_ value: Int64?) -> Self { value.map { .number(String($0)) } ?? .empty }
}
