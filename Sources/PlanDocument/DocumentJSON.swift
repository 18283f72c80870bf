package import Foundation

/// Documents as the program writes them: sorted keys, two spaces, a line end. The same document gives the same bytes.
package enum DocumentJSON {
  package static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return encoder
  }

  package static func encoded(_ document: some Encodable) throws -> Data {
    var data = try encoder.encode(document)
    data.append(0x0A)
    return data
  }

  package static func text(_ document: some Encodable) throws -> String {
    String(decoding: try encoded(document), as: UTF8.self)
  }
}
