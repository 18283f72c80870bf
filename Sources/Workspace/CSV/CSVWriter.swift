/// Writes tables that a spreadsheet, a CRM loader and `CSVReader` read alike.
///
/// Text that a spreadsheet would take for a formula is neutralised by an apostrophe (OWASP, "CSV Injection");
/// numbers are written as they are.
public struct CSVWriter {
  public enum Cell: Sendable, Hashable {
    case text(String)
    /// Written as it is: digits, a sign, a decimal point.
    case number(String)
    /// Text that a reader of this program gets back unchanged: quoted where needed, never neutralised.
    case verbatim(String)
    case empty

    public static func number(_ value: some BinaryInteger) -> Cell { .number(String(value)) }
  }

  private let output: AtomicFileWriter
  private let columnCount: Int

  public init(_ output: AtomicFileWriter, header: [String]) throws {
    self.output = output
    columnCount = header.count
    try write(header.map(Cell.text))
  }

  /// - Precondition: as many cells as the header has.
  public func write(_ cells: [Cell]) throws {
    precondition(cells.count == columnCount, "a row of a CSV file has as many cells as its header")
    try output.write(CSVWriter.line(cells))
  }

  /// One row with its line end.
  public static func line(_ cells: [Cell]) -> [UInt8] {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(CSVByte.comma) }
      switch cell {
      case .text(let text): append(neutralised(text), to: &line)
      case .verbatim(let text): append(Array(text.utf8), to: &line)
      case .number(let number): line.append(contentsOf: number.utf8)
      case .empty: break
      }
    }
    if cells.count == 1, line.isEmpty { line = [CSVByte.quote, CSVByte.quote] }
    line.append(CSVByte.lineFeed)
    return line
  }

  private static func neutralised(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    if let first = bytes.first, isFormulaStart(first) { bytes.insert(0x27, at: 0) }
    return bytes
  }

  private static func append(_ bytes: [UInt8], to line: inout [UInt8]) {
    guard bytes.contains(where: needsQuotes) || bytes.first == 0x20 || bytes.last == 0x20 else {
      line.append(contentsOf: bytes)
      return
    }
    line.append(CSVByte.quote)
    for byte in bytes {
      if byte == CSVByte.quote { line.append(byte) }
      line.append(byte)
    }
    line.append(CSVByte.quote)
  }

  private static func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, CSVByte.tab, CSVByte.carriageReturn: true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case CSVByte.comma, CSVByte.quote, CSVByte.lineFeed, CSVByte.carriageReturn, CSVByte.tab,
      CSVByte.semicolon:
      true
    default: false
    }
  }
}
