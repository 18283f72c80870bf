import Portfolio

/// iCalendar text after RFC 5545, by bytes: lines end in CR LF and are folded at 75 octets, never inside a character.
struct CalendarText {
  private static let lineLimit = 75
  private(set) var bytes: [UInt8] = []

  /// A line of our own making; `value` has to be escaped where it is text.
  mutating func add(_ name: String, _ value: String) { append("\(name):\(value)") }

  mutating func add(_ name: String, text: String) { add(name, CalendarText.escaped(text)) }

  mutating func add(_ name: String, day: CalendarDate) {
    add("\(name);VALUE=DATE", CalendarText.compact(day))
  }

  /// `20270118`.
  static func compact(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

  /// RFC 5545, 3.3.11: backslash, semicolon, comma and line end; other control characters have no place in a text.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += "\\\\"
      case ";": output += "\\;"
      case ",": output += "\\,"
      case "\n": output += "\\n"
      default: output.appendHarmless(scalar)
      }
    }
    return output
  }

  /// RFC 5545, 3.2: a quoted parameter value, which can hold no quote and no control character.
  static func quoted(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { output += "'" } else { output.appendHarmless(scalar) }
    }
    return "\"\(output)\""
  }

  /// `mailto:` with an address that is one; `nil` where it is none, or holds what an address hardly ever does.
  static func mailto(_ email: String?) -> String? {
    guard let email else { return nil }
    let bytes = Array(email.utf8)
    let isPlain = bytes.allSatisfy { (0x21...0x7E).contains($0) && !#"()<>[]\,;:"%?#^`{|}'/"#.utf8.contains($0) }
    let ats = bytes.indices.filter { bytes[$0] == UInt8(ascii: "@") }
    guard isPlain, bytes.count <= 254, ats.count == 1, ats[0] > 0, ats[0] < bytes.count - 1 else { return nil }
    return "mailto:\(email)"
  }

  /// A continuation begins with a blank, which counts.
  private mutating func append(_ line: String) {
    var room = CalendarText.lineLimit
    for scalar in line.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if encoded.count > room {
        bytes += [0x0D, 0x0A, 0x20]
        room = CalendarText.lineLimit - 1
      }
      bytes += encoded
      room -= encoded.count
    }
    bytes += [0x0D, 0x0A]
  }
}
