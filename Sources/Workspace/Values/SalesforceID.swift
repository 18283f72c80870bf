/// Salesforce record ids come in two forms: 15 characters in which case matters, and 18 where the last three say
/// which of the 15 are capitals (Salesforce, "Record ID formats").
enum SalesforceID {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)

  /// The form under which ids are compared: the first 15 characters where an 18-character id's checksum fits, any
  /// other text as it is.
  static func key(_ text: String) -> String {
    guard text.utf8.count == 18 else { return text }
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(isAlphanumeric), let suffix = suffix(bytes[..<15]) else { return text }
    return Array(bytes[15...]).map(uppercased) == suffix
      ? String(decoding: bytes[..<15], as: UTF8.self) : text
  }

  /// Whether ids of this form may differ by case only: 15 letters and digits behind a record prefix, which starts
  /// with a digit or a small `a`.
  static func isCaseSensitive(_ key: String) -> Bool {
    let bytes = Array(key.utf8)
    guard bytes.count == 15, let first = bytes.first else { return false }
    return bytes.allSatisfy(isAlphanumeric) && ((0x30...0x39).contains(first) || first == 0x61)
  }

  /// One character per group of five: bit `i` is set when the `i`-th of them is a capital.
  static func suffix(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    guard bytes.count == 15 else { return nil }
    var bits = [0, 0, 0]
    for (position, byte) in bytes.enumerated() where (0x41...0x5A).contains(byte) {
      bits[position / 5] |= 1 << (position % 5)
    }
    return bits.map { alphabet[$0] }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func uppercased(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte - 32 : byte }
}
