import PlanDocument
import Portfolio

/// Shares of ARR with their limits, and how concentrated each dimension is as a whole.
struct ReviewConcentration {
  private static let values = 12

  let context: ReviewContext

  var markup: HTML {
    let parts = context.document.concentration.map(dimension)
    return HTMLPage.section(
      "concentration", "Where the ARR is concentrated",
      lead: """
        The line is the limit of the policy. The index is Herfindahl's: 10,000 where everything is one, and 10,000 / n where n are \
        equal; the number of equals says the same in other words.
        """,
      "<div class=\"two\">\(parts)</div>\n" + findings)
  }

  private func dimension(_ table: ConcentrationDocument) -> HTML {
    let shown = table.shares.prefix(Self.values)
    let scale = max(shown.first?.permille ?? 1, (table.limitPercent ?? 0) * 10, 1)
    let rows = shown.map { row($0, table, scale) }
    let rest = table.shares.count - shown.count
    let more: HTML = rest > 0 ? "<p class=\"quiet\">\(NumberText.grouped(rest)) more in review.json.</p>\n" : ""
    return """
      <div><h3>By \(ReviewWords.dimension(table.dimension))</h3>
      <p class="quiet">\(index(table))</p>
      <ul class="shares">\(rows)</ul>\(more)</div>

      """
  }

  private func index(_ table: ConcentrationDocument) -> String {
    let before = table.previousHerfindahl.map { ", was \(NumberText.grouped($0))" } ?? ""
    let equals = table.herfindahl > 0 ? Double(10_000) / Double(table.herfindahl) : 0
    let limit = table.limitPercent.map { ", limit \($0) %" } ?? ", no limit"
    return
      "Index \(NumberText.grouped(table.herfindahl))\(before): as if \(NumberText.plain((equals * 10).rounded() / 10)) equal ones\(limit)"
  }

  private func row(_ share: ConcentrationDocument.Share, _ table: ConcentrationDocument, _ scale: Int64) -> HTML {
    let width = coordinate(share.permille, scale)
    let isOver = table.limitPercent.map { share.permille > $0 * 10 } ?? false
    let limit: HTML =
      table.limitPercent.map { limit -> HTML in
        let x = coordinate(limit * 10, scale)
        return "<line class=\"f-limit\" x1=\"\(x)%\" x2=\"\(x)%\" y1=\"0\" y2=\"12\"/>"
      } ?? ""
    let before = share.previousPermille.map { ", was \(ReviewWords.permille($0))" } ?? ""
    let name = context.name(ReviewSegment(table.dimension, share.value))
    return """
      <li><span>\(HTML.name(name))</span><svg aria-hidden="true" width="100%" height="12"><rect class="\(isOver ? "f-overhatch" : "f-after")" \
      width="\(width)%" height="12"/>\(limit)</svg><b>\(ReviewWords.permille(share.permille))\(before)\(isOver ? " !" : "")</b></li>

      """
  }

  private func coordinate(_ value: Int64, _ scale: Int64) -> String {
    NumberText.coordinate(Int64((Double(value) / Double(scale) * 99_000).rounded()))
  }

  private var findings: HTML {
    let all = context.findings(.concentration) + context.findings(.neglected)
    guard !all.isEmpty else {
      return "<p>No share is above its limit, and no small segment is looked at less than the rest.</p>\n"
    }
    let words = ReviewWords(context: context)
    let items = all.prefix(ReviewPage.rows).map { finding -> HTML in
      let dimension = finding.segment.map { ReviewWords.dimension($0.dimension) } ?? ""
      return """
        <li>\(HTML.name(context.name(finding))) (\(dimension)): \(words.cause(finding)). \(ReviewWords.action(finding.action)), \
        \(HTML.name(context.ownerName(finding))), by <time>\(finding.due.description)</time>.</li>

        """
    }
    return "<ul class=\"plain\">\(items)</ul>\n"
  }
}
