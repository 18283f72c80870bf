/// Colours only where they were asked for; every mark they make is also there without them.
struct TerminalStyle: Sendable {
  let color: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func quiet(_ text: String) -> String { wrap(text, "2") }
  func alarm(_ text: String) -> String { wrap(text, "31") }
  func warning(_ text: String) -> String { wrap(text, "33") }

  /// `text` has been escaped before; the sequences here are the only control characters of the output.
  private func wrap(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
