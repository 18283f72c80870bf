public import PlanDocument

/// The comparison as a page of a terminal: measures down, plans across, as many as fit.
public struct ComparisonText: Sendable {
  private let comparison: ScenarioComparison
  private let width: Int
  private let style: TerminalStyle

  public init(_ document: ComparisonDocument, width: Int, color: Bool) {
    comparison = ScenarioComparison(document)
    self.width = width
    style = TerminalStyle(color: color)
  }

  private static let titleColumns = 31
  private static let planColumns = 17

  public func render() -> String {
    let plans = comparison.document.plans
    let perBlock = max(1, (width - ComparisonText.titleColumns) / (ComparisonText.planColumns + 1))
    var lines: [String] = []
    for start in stride(from: 0, to: plans.count, by: perBlock) {
      lines += block(start..<min(plans.count, start + perBlock))
      lines.append("")
    }
    for plan in plans where plan.facts == nil {
      lines.append("\(shown(plan.name)): \(plan.reasons.first.map(shown) ?? "no plan")")
    }
    lines += comparison.verdict.map { shown($0) }
    lines.append(style.quiet("+ best, - worst of a line. Costs are compared by their certified bounds."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// One plan in a line, for those who wait: `12 accounts change hands, 1,624.8 h, certified gap 0.41 %`.
  public static func line(_ plan: ComparedPlan) -> String {
    plan.facts.map(line) ?? plan.reasons.first.map { Terminal(escaping: $0).rendered } ?? "no plan"
  }

  public static func line(_ facts: ComparedPlan.Facts) -> String {
    let gap = facts.certifiedGap.map { ", certified gap \(NumberText.gap($0))" } ?? ""
    let changes = NumberText.plural(facts.moves, "account changes", "accounts change")
    let seconds = facts.seconds.map { ", \(NumberText.seconds($0))" } ?? ""
    return "\(changes) hands, \(NumberText.hours(facts.objective))\(gap)\(seconds)"
  }

  private func block(_ range: Range<Int>) -> [String] {
    let plans = comparison.document.plans
    let head = range.map { TerminalColumns.fitted(shown(plans[$0].name), ComparisonText.planColumns, right: true) }
    let blank = String(repeating: " ", count: ComparisonText.titleColumns)
    return [style.bold(blank + head.map { " " + $0 }.joined())]
      + comparison.lines.map { line in
        TerminalColumns.fitted(line.title, ComparisonText.titleColumns)
          + range.map { " " + cell(line, $0) }.joined()
      }
  }

  private func cell(_ line: ScenarioComparison.Line, _ plan: Int) -> String {
    let mark = line.marks[plan].map { $0 == .best ? " +" : " -" } ?? "  "
    let text = TerminalColumns.fitted(line.texts[plan] ?? "no plan", ComparisonText.planColumns - 2, right: true) + mark
    return line.marks[plan] == .worst ? style.warning(text) : text
  }

  private func shown(_ text: String) -> String { Terminal(escaping: text).rendered }
}
