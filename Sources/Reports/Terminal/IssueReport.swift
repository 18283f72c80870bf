public import Portfolio

/// Problems of the input for the terminal: errors first, by file and line, the counts at the end.
public struct IssueReport: Sendable {
  private let issues: [ValidationIssue]
  private let maximum: Int
  private let style: TerminalStyle

  public init(_ issues: [ValidationIssue], maximum: Int = 50, color: Bool = false) {
    self.issues = IssueReport.sorted(issues)
    self.maximum = max(1, maximum)
    style = TerminalStyle(color: color)
  }

  public func render() -> String {
    guard !issues.isEmpty else { return "No problems found.\n" }
    var output = ""
    var group: String?
    for issue in issues.prefix(maximum) {
      let heading = "\(IssueReport.title(issue.severity)) in \(issue.file)"
      if heading != group {
        output += (group == nil ? "" : "\n") + style.bold(Terminal(escaping: heading).rendered) + "\n"
        group = heading
      }
      output += entry(issue)
    }
    if issues.count > maximum { output += "\n... and \(issues.count - maximum) more\n" }
    return output + "\n\(IssueReport.counts(issues))\n"
  }

  private func entry(_ issue: ValidationIssue) -> String {
    let line: Terminal = "\(IssueReport.place(issue)): \(issue.message)\(found(issue))"
    let text = issue.severity == .error ? style.alarm(line.rendered) : line.rendered
    guard let advice = issue.advice else { return "  \(text)\n" }
    return "  \(text)\n" + style.quiet("      " + Terminal(escaping: advice).rendered) + "\n"
  }

  /// The value, unless the message has it already.
  private func found(_ issue: ValidationIssue) -> String {
    guard let value = issue.value, !value.utf8.isEmpty, !issue.message.contains(value) else { return "" }
    return " (found \"\(value)\")"
  }

  /// `accounts.csv:17: column "tier"`.
  static func place(_ issue: ValidationIssue) -> String {
    let line = issue.line.map { ":\($0)" } ?? ""
    let column = issue.column.map { ": column \"\($0)\"" } ?? ""
    return issue.file + line + column
  }

  /// `2 errors, 1 warning`.
  static func counts(_ issues: [ValidationIssue]) -> String {
    let parts = [
      (ValidationIssue.Severity.error, "error", "errors"), (.warning, "warning", "warnings"),
      (.note, "note", "notes"),
    ].compactMap { severity, one, many -> String? in
      let count = issues.count { $0.severity == severity }
      return count == 0 ? nil : NumberText.plural(count, one, many)
    }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }

  static func sorted(_ issues: [ValidationIssue]) -> [ValidationIssue] {
    issues.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      let (leftKey, rightKey) = (
        (rank(left.severity), left.file, left.line ?? 0), (rank(right.severity), right.file, right.line ?? 0)
      )
      return leftKey == rightKey ? $0.offset < $1.offset : leftKey < rightKey
    }.map(\.element)
  }

  private static func rank(_ severity: ValidationIssue.Severity) -> Int {
    switch severity {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }

  private static func title(_ severity: ValidationIssue.Severity) -> String {
    switch severity {
    case .error: "Errors"
    case .warning: "Warnings"
    case .note: "Notes"
    }
  }
}
