import Foundation

/// Undoes the ways in which files hide letters: percent signs in addresses, entities of HTML, `\u` of JSON,
/// quoted-printable, and the folded lines of calendars and mails.
enum EscapedText {
  /// The line as it is, with each escape undone, and with all of them undone one after the other.
  static func variants(_ line: String) -> [String] {
    let decoders: [(String) -> String] = [percent, entities, unicode, quotedPrintable]
    let all = decoders.reduce(line) { $1($0) }
    let single = decoders.map { $0(line) }
    return [line] + Set(single + [all]).subtracting([line]).sorted()
  }

  /// Lines that were folded, as one, with the indices of theirs: calendars break them before a space, quoted-printable
  /// after an equals sign.
  static func unfolded(_ lines: [String]) -> [(lines: Range<Int>, text: String)] {
    var result: [(lines: Range<Int>, text: String)] = []
    var first = 0
    while first < lines.count {
      var text = lines[first]
      var end = first + 1
      while end < lines.count, text.hasSuffix("=") || lines[end].hasPrefix(" ") || lines[end].hasPrefix("\t") {
        if text.hasSuffix("=") {
          text.removeLast()
          text += lines[end]
        } else {
          text += lines[end].dropFirst()
        }
        end += 1
      }
      if end > first + 1 { result.append((first..<end, text)) }
      first = end
    }
    return result
  }

  static func percent(_ text: String) -> String { hexadecimal(text, mark: "%") }
  static func quotedPrintable(_ text: String) -> String { hexadecimal(text, mark: "=") }

  private static func hexadecimal(_ text: String, mark: Character) -> String {
    guard text.contains(mark), let sign = mark.asciiValue else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == sign, index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä", "ouml": "ö", "uuml": "ü",
    "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "aacute": "á", "agrave": "à",
    "ccedil": "ç", "ntilde": "ñ", "oslash": "ø", "aring": "å", "iacute": "í", "oacute": "ó", "uacute": "ú",
  ]

  static func entities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.replacing(/&(#[xX]?[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});/) { match -> String in
      let name = String(match.1)
      guard name.hasPrefix("#") else { return named[name] ?? String(match.0) }
      let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
      let value = isHexadecimal ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return value.flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? String(match.0)
    }
  }

  static func unicode(_ text: String) -> String {
    guard text.contains("\\u") else { return text }
    return text.replacing(/\\u([0-9a-fA-F]{4})/) { match -> String in
      UInt32(match.1, radix: 16).flatMap(UnicodeScalar.init).map { String(Character($0)) } ?? String(match.0)
    }
  }
}
