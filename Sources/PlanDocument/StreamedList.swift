import Foundation

/// A list of the document that is written some elements at a time.
struct StreamedList {
  /// The line that opens it in the file. Line ends inside of strings are escaped, so that no other line is like it.
  let opening: [UInt8]
  let count: (PlanDocument) -> Int
  let clear: (inout PlanDocument) -> Void
  private let encoded: (PlanDocument, Range<Int>) throws -> Data
  private let indentation: Int

  private static let elementsPerPiece = 256
  private static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  init<Element: Encodable>(
    _ key: String, in parent: String? = nil, _ path: WritableKeyPath<PlanDocument, [Element]>
  ) {
    indentation = parent == nil ? 2 : 4
    opening = Array("\(String(repeating: " ", count: indentation))\"\(key)\" : [\n".utf8)
    count = { $0[keyPath: path].count }
    clear = { $0[keyPath: path] = [] }
    encoded = { document, range in
      try DocumentJSON.encoder.encode(Array(document[keyPath: path][range]))
    }
  }

  func forEachPiece(of document: PlanDocument, _ body: ([UInt8]) throws -> Void) throws {
    let count = count(document)
    for start in stride(from: 0, to: count, by: StreamedList.elementsPerPiece) {
      let end = min(start + StreamedList.elementsPerPiece, count)
      try body(indented(try encoded(document, start..<end), isLast: end == count))
    }
  }

  /// The elements without the brackets of their own list, as deep as they stand in the document.
  private func indented(_ list: Data, isLast: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(list.count * 3 / 2)
    list.withUnsafeBytes { bytes in
      var isLineStart = true
      for byte in bytes.dropFirst(2).dropLast(2) {
        if isLineStart, byte != StreamedList.lineFeed {
          result.append(contentsOf: repeatElement(StreamedList.space, count: indentation))
        }
        result.append(byte)
        isLineStart = byte == StreamedList.lineFeed
      }
    }
    if !isLast { result.append(UInt8(ascii: ",")) }
    result.append(StreamedList.lineFeed)
    return result
  }
}
