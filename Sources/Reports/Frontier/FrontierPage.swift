public import PlanDocument

/// The frontier as one self-contained HTML file.
public struct FrontierPage: Sendable {
  private let document: FrontierDocument

  public init(_ document: FrontierDocument) { self.document = document }

  public func render() -> String {
    let words = FrontierWords(document: document)
    var body: HTML = "<header><p class=\"eyebrow\">Frontier</p><h1>\(words.knee ?? words.title)</h1></header>\n"
    if let plot = FrontierChart(document).plot {
      let lead: HTML = """
        The upper line is what a plan costs inside the limit; no plan whatsoever lies below the lower line.
        """
      body += HTMLPage.section(
        "curve", words.title, lead: lead, plot.markup(label: label(words)) + "<p class=\"quiet\">\(words.axis)</p>\n")
    }
    body += HTMLPage.section("points", "Point by point", table(words) + without)
    return HTMLPage(title: words.title, body: body).markup.rendered
  }

  private func label(_ words: FrontierWords) -> String {
    "\(words.title): "
      + document.points.map { "\(words.value($0.at)): \(NumberText.hours($0.objective))" }
      .joined(separator: ", ")
  }

  private func table(_ words: FrontierWords) -> HTML {
    let titles = [
      "Plan costs", "No plan under", "Certified gap", "Moves by choice", "ARR moved", "Overloaded", "Without a CSM",
    ]
    let head = titles.map { title -> HTML in "<th scope=\"col\" class=\"n\">\(title)</th>" }
    let rows = document.points.map { point -> HTML in
      let cells = [
        NumberText.hours(point.objective), point.certifiedBound.map(NumberText.hours) ?? "n/a",
        FrontierWords.gap(point),
        NumberText.grouped(point.moves), NumberText.money(point.arrMoved, document.currency),
        NumberText.grouped(point.overloaded), NumberText.grouped(point.unassigned),
      ].map { text -> HTML in "<td class=\"n\">\(text)</td>" }
      return "<tr><th scope=\"row\">\(words.value(point.at))\(badge(point))</th>\(cells.joined(separator: ""))</tr>\n"
    }
    return HTMLPage.table(
      "Points of the frontier", head: "<tr><th scope=\"col\">\(words.axis)</th>\(head.joined(separator: ""))</tr>",
      rows: rows.joined(separator: ""))
  }

  private func badge(_ point: FrontierDocument.Point) -> HTML {
    if point.at == document.knee { return " " + HTMLText.badge("knee", "in") }
    return point.isDominated ? " " + HTMLText.badge("no better") : ""
  }

  private var without: HTML {
    let items = document.without.sorted { $0.key < $1.key }.map { value, reason -> HTML in
      "<p>\(value): \(reason)</p>\n"
    }
    return items.joined(separator: "")
  }
}
