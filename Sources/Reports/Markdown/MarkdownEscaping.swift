/// Markdown as GitHub, GitLab and most chats read it: nothing in a name starts a table cell, a link, code, HTML,
/// emphasis, mathematics, a list, a heading or an automatic link.
enum MarkdownEscaping: TextEscaping {
  private static let special = Set("\\`*_{}[]()|~!$^".unicodeScalars)
  /// Special only where a line may begin: list, heading, underline of a heading.
  private static let specialFirst = Set("#+-=".unicodeScalars)

  static func escape(_ text: String, into output: inout String) {
    // Blanks before the first word mean nothing, except that they would hide what begins a line, or make code.
    let scalars = Array(text.unicodeScalars.drop(while: isBlank))
    let digits = scalars.prefix(while: isDigit).count
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isNumberingDot = index > 0 && index == digits && !isDigit(next)
      let previous = index > 0 ? scalars[index - 1] : nil
      if needsBackslash(scalar, after: previous, isNumberingDot: isNumberingDot) { output += "\\" }
      append(scalar, to: &output)
    }
  }

  /// `://` and `www.` would become links, `1.` a numbered list.
  private static func needsBackslash(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, isNumberingDot: Bool
  ) -> Bool {
    switch scalar {
    case "/": previous == ":"
    case ".": isNumberingDot || previous == "w" || previous == "W"
    default: special.contains(scalar) || previous == nil && specialFirst.contains(scalar)
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func append(_ scalar: Unicode.Scalar, to output: inout String) {
    switch scalar {
    case "&": output += "&amp;"
    case "<": output += "&lt;"
    case ">": output += "&gt;"
    case "@": output += "&#64;"
    default: output.appendHarmless(scalar)
    }
  }
}

typealias Markdown = Escaped<MarkdownEscaping>
