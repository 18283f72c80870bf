public import PlanDocument

/// The plan in Markdown: the facts of the HTML report, compact enough for a merge request or a wiki page.
public struct MarkdownReport: Sendable {
  /// Rows of a table beyond which a file of the plan is named instead.
  static let rowLimit = 300

  private let document: PlanDocument
  private let audience: Audience

  /// `document` is the part of the plan that the audience may see, as `AudienceReducer` makes it.
  public init(_ document: PlanDocument, for audience: Audience = .lead) {
    self.document = document
    self.audience = audience
  }

  public func render() -> String {
    let context = ReportContext(document, for: audience)
    let headline = AudienceHeadline(context)
    var output = headline?.markdown ?? MarkdownHeadline(context: context).markdown
    output += MarkdownLoads(context: context).markdown
    output += MarkdownMoves(context: context).markdown
    output += MarkdownChoices(context: context).markdown
    output += MarkdownAttention(context: context).markdown
    if headline == nil { output += MarkdownRun(context: context).markdown }
    return output.rendered
  }

  /// A table; the columns named in `numbers` are aligned to the right. Empty without rows.
  static func table(_ head: [Markdown], numbers: Set<Int> = [], rows: [[Markdown]], rest: String) -> Markdown {
    guard !rows.isEmpty else { return "" }
    let rule = head.indices.map { index -> Markdown in numbers.contains(index) ? "--:" : "---" }
    let lines = ([head, rule] + rows.prefix(rowLimit)).map { cells -> Markdown in
      "| " + cells.joined(separator: " | ") + " |\n"
    }
    let left = rows.count - rowLimit
    let more: Markdown = left > 0 ? "\n\(left) more are in \(rest).\n" : ""
    return lines.joined(separator: "") + more + "\n"
  }

  static func list(_ title: Markdown, _ items: [Markdown]) -> Markdown {
    guard !items.isEmpty else { return "" }
    let lines = items.prefix(rowLimit).map { item -> Markdown in "- \(item)\n" }
    let left = items.count - rowLimit
    let more: Markdown = left > 0 ? "- \(left) more are in plan.json\n" : ""
    return "### \(title)\n\n" + lines.joined(separator: "") + more + "\n"
  }
}
