import Foundation

/// The keys and values of JSON, or of lines of JSON, with the places where they stand: enough to look at each and to
/// replace some, leaving every other byte as it is.
struct JSONStrings {
  struct Entry {
    var range: Range<Int>
    var line: Int
    var text: String
    var isKey: Bool
    /// Such as `handoffs[3].reason`.
    var path: String
    /// Where the innermost object around it begins; -1: there is none.
    var object: Int
  }

  private struct Frame {
    var start: Int
    var isObject: Bool
    var key = ""
    var index = 0
  }

  /// `nil` when this is no JSON. Values that are no strings have the text that they are written as.
  static func entries(_ bytes: [UInt8]) -> [Entry]? {
    var walker = JSONStrings(bytes: bytes)
    return walker.walk() ? walker.entries : nil
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var frames: [Frame] = []
  private var entries: [Entry] = []
  private var awaitsValue = false

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func walk() -> Bool {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        frames.append(Frame(start: position, isObject: bytes[position] == UInt8(ascii: "{")))
        awaitsValue = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard frames.popLast() != nil else { return false }
        awaitsValue = false
      case UInt8(ascii: ":"): awaitsValue = true
      case UInt8(ascii: ","):
        if let last = frames.indices.last { frames[last].index += 1 }
        awaitsValue = false
      case UInt8(ascii: "\""):
        guard string() else { return false }
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default:
        guard literal() else { return false }
        continue
      }
      position += 1
    }
    return frames.isEmpty && !entries.isEmpty
  }

  private mutating func string() -> Bool {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.count else { return false }
    position += 1
    let token = bytes[start..<position]
    var text = String(decoding: token.dropFirst().dropLast(), as: UTF8.self)
    if token.contains(UInt8(ascii: "\\")) {
      guard let decoded = try? JSONDecoder().decode(String.self, from: Data(token)) else { return false }
      text = decoded
    }
    let isKey = frames.last?.isObject == true && !awaitsValue
    if isKey, let last = frames.indices.last { frames[last].key = text }
    add(text, start..<position, isKey: isKey)
    return true
  }

  private mutating func literal() -> Bool {
    let start = position
    let isPart = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45].contains(byte)
    }
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    guard position > start, !frames.isEmpty else { return false }
    add(String(decoding: bytes[start..<position], as: UTF8.self), start..<position, isKey: false)
    return true
  }

  private mutating func add(_ text: String, _ range: Range<Int>, isKey: Bool) {
    let path = frames.map { $0.isObject ? ".\($0.key)" : "[\($0.index)]" }.joined()
    entries.append(
      Entry(
        range: range, line: line, text: text, isKey: isKey, path: path.hasPrefix(".") ? String(path.dropFirst()) : path,
        object: frames.last(where: \.isObject)?.start ?? -1))
  }
}
