/// The structure of an HTML text as a browser's tokenizer sees it: tags, attribute names, and values that could
/// act. Bytes only, like a browser, so that combining marks hide nothing.
struct TagScanner {
  struct Tag: Hashable {
    var name: String
    var attributes: [String]
  }

  private(set) var tags: [Tag] = []
  /// Values of `href`, `src`, `style` and of anything that begins with `on`.
  private(set) var activeValues: [String] = []
  /// A quote that never closes, a tag that never ends.
  private(set) var isBroken = false

  private let bytes: [UInt8]
  private var position = 0

  init(_ html: String) {
    bytes = Array(html.utf8)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") { readTag() } else { position += 1 }
    }
  }

  private mutating func readTag() {
    position += 1
    var tag = Tag(name: word(), attributes: [])
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let name = word()
      guard !name.isEmpty else {
        position += 1
        continue
      }
      tag.attributes.append(name)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      let value = quoted()
      if ["href", "src", "style"].contains(name) || name.hasPrefix("on") { activeValues.append(value) }
    }
    if position >= bytes.count { isBroken = true }
    tags.append(tag)
  }

  private mutating func word() -> String {
    let stops = Array(" \n\t/=>\"'".utf8)
    let start = position
    // A closing tag begins with its slash.
    if position < bytes.count, bytes[position] == UInt8(ascii: "/") { position += 1 }
    while position < bytes.count, !stops.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quoted() -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      isBroken = true
      return ""
    }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") { position += 1 }
    defer { position += 1 }
    return String(decoding: bytes[start..<min(position, bytes.count)], as: UTF8.self)
  }
}
