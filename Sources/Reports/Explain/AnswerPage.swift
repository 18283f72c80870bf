/// What the pages of `ballast explain` share: width, style, escaping.
struct AnswerPage: Sendable {
  private let width: Int
  private let style: TerminalStyle

  init(width: Int, color: Bool) {
    self.width = min(160, max(60, width))
    style = TerminalStyle(color: color)
  }

  func bold(_ text: String) -> String { style.bold(escaped(text)) }
  func quiet(_ text: String) -> String { style.quiet(fit(text)) }

  func fit(_ text: String) -> String { TerminalColumns.shortened(escaped(text), width) }

  /// Never cut: an explanation has no end that may be missing.
  func wrap(_ text: String, indent: String = "") -> [String] {
    TerminalColumns.wrapped(escaped(text), width, indent: indent, lines: .max)
  }

  func boldWrapped(_ text: String) -> [String] { wrap(text).map(style.bold) }

  func joined(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String { Terminal(escaping: text).rendered }
}
