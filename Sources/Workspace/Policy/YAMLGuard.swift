/// Looks at the bytes of a policy before they are parsed.
///
/// Aliases let a few hundred bytes unfold into gigabytes, and Yams unfolds them while it parses. An alias `*name`
/// works only with an anchor `&name` of the same name; so a file in which no name stands behind both signs holds no
/// usable alias, whatever is quoted or commented. Depth needs no guard here: libyaml stops at 1,000 levels.
enum YAMLGuard {
  static let fileBytes = 1 << 20
  static let depth = 32

  struct Alias: Hashable {
    var name: String
    var line: Int
  }

  /// The first name that stands behind `&` and behind `*`.
  static func alias(in bytes: [UInt8]) -> Alias? {
    let anchors = Set(names(behind: 0x26, in: bytes).map(\.name))
    return names(behind: 0x2A, in: bytes).first { anchors.contains($0.name) }
  }

  private static func names(behind sign: UInt8, in bytes: [UInt8]) -> [Alias] {
    var result: [Alias] = []
    var line = 1
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      guard byte == sign else { continue }
      let name = bytes[(index + 1)...].prefix(while: isNameByte)
      if !name.isEmpty { result.append(Alias(name: String(decoding: name, as: UTF8.self), line: line)) }
    }
    return result
  }

  /// What libyaml takes for a part of an anchor's name.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2D
      || byte == 0x5F
  }
}
