/// Markdown as GitHub, GitLab and most chats read it: nothing in a name starts a table cell, a link, code, HTML,
/// emphasis, mathematics or an automatic link.
enum MarkdownEscaping: TextEscaping {
  private static let special = Set("\\`*_{}[]()#|~!$^=+-".unicodeScalars)

  static func escape(_ text: String, into output: inout String) {
    var precededByW = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case ":": output += "&#58;"
      case "@": output += "&#64;"
      case "." where precededByW: output += "\\."
      case "\n", "\t", "\r": output += " "
      default: appendOther(scalar, to: &output)
      }
      precededByW = scalar == "w" || scalar == "W"
    }
  }

  private static func appendOther(_ scalar: Unicode.Scalar, to output: inout String) {
    if scalar.isControl {
      output += "\u{FFFD}"
    } else if !scalar.isBidirectionalControl {
      if special.contains(scalar) { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
  }
}

typealias Markdown = Escaped<MarkdownEscaping>
