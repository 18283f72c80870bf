/// Terminal text: control and bidirectional characters are shown as `\u{1B}`, so that no name moves the cursor,
/// changes colours or reorders a line.
enum TerminalEscaping: TextEscaping {
  static func escape(_ text: String, into output: inout String) {
    for scalar in text.unicodeScalars {
      if scalar.isControl || scalar.isBidirectionalControl {
        output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
  }
}

typealias Terminal = Escaped<TerminalEscaping>
