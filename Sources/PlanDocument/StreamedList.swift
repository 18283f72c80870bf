import Foundation

/// A list of a document that is written some elements at a time.
struct StreamedList<Document> {
  /// The line that opens it in the file. Line ends inside of strings are escaped, so that no other line is like it.
  let opening: [UInt8]
  let count: (Document) -> Int
  let clear: (inout Document) -> Void
  private let encoded: (Document, Range<Int>) throws -> Data
  private let indentation: Int

  private static var elementsPerPiece: Int { 256 }
  private static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private static var space: UInt8 { UInt8(ascii: " ") }

  init<Element: Encodable>(
    _ key: String, in parent: String? = nil, _ path: WritableKeyPath<Document, [Element]>
  ) {
    indentation = parent == nil ? 2 : 4
    opening = Array("\(String(repeating: " ", count: indentation))\"\(key)\" : [\n".utf8)
    count = { $0[keyPath: path].count }
    clear = { $0[keyPath: path] = [] }
    encoded = { document, range in
      try DocumentJSON.encoder.encode(Array(document[keyPath: path][range]))
    }
  }

  func forEachPiece(of document: Document, _ body: ([UInt8]) throws -> Void) throws {
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

extension Array {
  /// Hands over the bytes of a document as `DocumentJSON` writes it, piece by piece, in order: `self` are its lists that
  /// grow with the accounts, and no more than a piece of one of them is held a second time.
  func forEachPiece<Document: Encodable>(
    of document: Document, _ body: ([UInt8]) throws -> Void
  ) throws where Element == StreamedList<Document> {
    let lists = filter { $0.count(document) > 0 }
    var frame = document
    for list in lists { list.clear(&frame) }
    var rest = Array<UInt8>(try DocumentJSON.encoded(frame))[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[...end]
      rest = rest[(end + 1)...]
      try body([UInt8](line))
      guard let list = lists.first(where: { $0.opening == [UInt8](line) }) else { continue }
      try list.forEachPiece(of: document, body)
      // In place of the blank line of a list without elements.
      rest = rest.dropFirst()
    }
    try body([UInt8](rest))
  }
}
