/// HTML text and double-quoted attribute values alike: the five special characters become references, control
/// characters a replacement mark, and bidirectional controls are dropped so that no name reorders its surroundings.
enum HTMLEscaping: TextEscaping {
  static func escape(_ text: String, into output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      default: output.appendHarmless(scalar)
      }
    }
  }
}

typealias HTML = Escaped<HTMLEscaping>

extension HTML {
  /// A name in its own direction: `<bdi>` keeps right-to-left names from reordering what stands beside them.
  static func name(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }
}
