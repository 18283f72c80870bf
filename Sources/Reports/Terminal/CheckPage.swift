public import Portfolio

/// The last page of `ballast check`, for a reader who does not program: what can be used, what must be repaired,
/// what is missing and what that does, what is doubtful; and in one line, what to do next.
public struct CheckPage: Sendable {
  private let issues: [ValidationIssue]
  private let facts: CheckFacts
  private let style: TerminalStyle
  private let maximum: Int

  public init(_ issues: [ValidationIssue], facts: CheckFacts, maximum: Int = 12, color: Bool = false) {
    self.issues = IssueReport.sorted(issues)
    self.facts = facts
    self.maximum = max(1, maximum)
    style = TerminalStyle(color: color)
  }

  public func render() -> String {
    let sections = [
      section("Usable", usable), section("Must be fixed before a plan can be made", groups(.error)),
      section("Rules that cannot all hold", facts.conflicts),
      section("Missing, and what that means", missing), section("Short of people", facts.shortages),
      section("Doubtful: please look at these", groups(.warning)), section("Worth knowing", groups(.note)),
      style.bold(verdict) + "\n",
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var usable: [String] {
    [
      "\(NumberText.plural(facts.accounts, "account", "accounts")) and "
        + "\(NumberText.plural(facts.csms, "CSM", "CSMs"))"
    ] + facts.usable
  }

  private var missing: [String] {
    facts.missing.map {
      "\($0.field): \(NumberText.grouped($0.count)) of \(NumberText.grouped($0.total)) empty. \($0.consequence)"
    }
  }

  private var verdict: String {
    let errors = issues.count { $0.severity == .error }
    guard errors == 0 else {
      return "Not ready: fix \(NumberText.plural(errors, "error", "errors")) and run `ballast check` again."
    }
    guard facts.conflicts.isEmpty else {
      return "Not ready: the rules cannot all hold. `ballast diagnose` names the cheapest repair."
    }
    let doubtful = issues.count { $0.severity == .warning }
    guard doubtful > 0 else { return "Ready: run `ballast plan`." }
    return
      "Ready, with \(NumberText.plural(doubtful, "doubt", "doubts")): run `ballast plan` when they are settled."
  }

  private func section(_ title: String, _ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    let lines = items.prefix(maximum).map { "  - \(Terminal(escaping: $0).rendered)\n" }
    let more = items.count > maximum ? "  - ... and \(items.count - maximum) more\n" : ""
    return style.bold(title) + "\n" + lines.joined() + more
  }

  /// A column with a thousand bad cells is one thing to repair: issues of a column are shown as one, by example.
  private func groups(_ severity: ValidationIssue.Severity) -> [String] {
    var order: [String] = []
    var members: [String: [ValidationIssue]] = [:]
    for issue in issues where issue.severity == severity {
      // Without a column the messages are about different things.
      let key = "\(issue.file)\n\(issue.column ?? "\n" + issue.message)"
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(issue)
    }
    return order.compactMap { key in members[key].flatMap(CheckPage.describe) }
  }

  private static func describe(_ group: [ValidationIssue]) -> String? {
    guard let first = group.first else { return nil }
    let advice = first.advice.map { " \($0)" } ?? ""
    let others = group.count > 1 ? " \(NumberText.grouped(group.count - 1)) more like this one." : ""
    return "\(IssueReport.place(first)): \(first.message)\(others)\(advice)"
  }
}
