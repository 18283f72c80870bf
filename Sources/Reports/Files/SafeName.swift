import Digest

/// A file name for any id: lower-case ASCII letters, digits, `_` and `-`, so that it means the same on every file system.
///
/// An id that is no such word keeps what it can and gets 64 bits of its SHA-256: ids that differ only in case, in a
/// slash or in how an accent is composed get different files.
enum SafeName {
  private static let longest = 48
  private static let hexDigits = Array("0123456789abcdef".utf8)

  static func of(_ id: String, prefix: String) -> String {
    var word: [UInt8] = []
    for byte in id.utf8.prefix(longest) {
      let isKept = isLetterOrDigit(byte) || byte == UInt8(ascii: "_")
      let small = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      if isKept || (0x41...0x5A).contains(byte) {
        word.append(small)
      } else if word.last != UInt8(ascii: "-") {
        word.append(UInt8(ascii: "-"))
      }
    }
    let isWhole = word.elementsEqual(id.utf8) && !word.isEmpty && !endsLikeDigest(word)
    return prefix + String(decoding: word, as: UTF8.self) + (isWhole ? "" : "-" + digest(id))
  }

  /// So that no id can be the name that another one gets.
  private static func endsLikeDigest(_ word: [UInt8]) -> Bool {
    word.count > 16 && word[word.count - 17] == UInt8(ascii: "-") && word.suffix(16).allSatisfy(hexDigits.contains)
  }

  /// 16 hexadecimal digits.
  static func digest(_ text: String) -> String {
    String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(16))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
