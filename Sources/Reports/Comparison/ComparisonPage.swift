public import PlanDocument

/// The comparison as one self-contained HTML file: what is asked, the table, the loads as small multiples.
public struct ComparisonPage: Sendable {
  private let comparison: ScenarioComparison

  public init(_ document: ComparisonDocument) { comparison = ScenarioComparison(document) }

  private var plans: [ComparedPlan] { comparison.document.plans }

  public func render() -> String {
    let title = "\(plans.count) plans side by side"
    var body: HTML = "<header><p class=\"eyebrow\">Scenarios</p><h1>\(title)</h1></header>\n"
    body += verdict
    body += table
    body += loads
    body += questions
    return HTMLPage(title: title, body: body).markup.rendered
  }

  private var verdict: HTML {
    let sentences = comparison.verdict.map { sentence -> HTML in "<li>\(sentence)</li>\n" }
    guard !sentences.isEmpty else { return "" }
    return HTMLPage.section(
      "verdict", "What the bounds decide",
      lead: "A cost counts as higher only where no plan whatsoever of that scenario could cost as little.",
      "<ul>\n\(sentences.joined(separator: ""))</ul>\n")
  }

  private var table: HTML {
    let names = plans.map { plan -> HTML in "<th scope=\"col\" class=\"n\">\(HTML.name(plan.name))</th>" }
    let rows = comparison.lines.map { line -> HTML in
      let cells = line.texts.enumerated().map { cell($1, line.marks[$0]) }
      return "<tr><th scope=\"row\">\(line.title)</th>\(cells.joined(separator: ""))</tr>\n"
    }
    return HTMLPage.section(
      "table", "Line by line",
      lead:
        "Costs are hours of work a reader would trade for them. Best and worst of a line are marked where less is better.",
      HTMLPage.table(
        "Plans by measure", head: "<tr><th scope=\"col\">Measure</th>\(names.joined(separator: ""))</tr>",
        rows: rows.joined(separator: "")))
  }

  private func cell(_ text: String?, _ mark: ScenarioComparison.Mark?) -> HTML {
    guard let text else { return "<td class=\"n quiet\">no plan</td>" }
    let badge: HTML =
      switch mark {
      case .best: " " + HTMLText.badge("best", "in")
      case .worst: " " + HTMLText.badge("worst", "risk")
      case nil: ""
      }
    return "<td class=\"n\">\(text)\(badge)</td>"
  }

  private var questions: HTML {
    let items = plans.map { plan -> HTML in
      let why: HTML = plan.why.map { why -> HTML in "<p>\(why)</p>\n" } ?? ""
      let changes = plan.changes.map { change -> HTML in "<li>\(change)</li>\n" }
      let list: HTML = changes.isEmpty ? "" : "<ul>\n\(changes.joined(separator: ""))</ul>\n"
      let reasons = plan.reasons.map { reason -> HTML in "<p>\(HTMLText.badge("no plan", "risk")) \(reason)</p>\n" }
      return "<h3>\(HTML.name(plan.name))</h3>\n\(why)\(list)\(reasons.joined(separator: ""))"
    }
    return HTMLPage.section("questions", "What is asked", items.joined(separator: ""))
  }

  private var loads: HTML {
    let charts = LoadMultiples(plans: plans)
    guard !charts.isEmpty else { return "" }
    return HTMLPage.section(
      "loads", "Load in a steady month",
      lead:
        "One column per CSM, in the same order and on the same scale in every chart; the line is full capacity, hatched is above it.",
      charts.markup)
  }
}
