import Foundation

/// Documents as the program writes them: sorted keys, readable.
enum DocumentJSON {
  static func encoded(_ document: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try encoder.encode(document)
  }
}
