public import PlanDocument

/// A sweep as one self-contained HTML file: what the costs decide, each axis by itself, every unit.
public struct SweepPage: Sendable {
  private let document: SweepDocument

  public init(_ document: SweepDocument) { self.document = document }

  private var words: SweepWords { SweepWords(document: document) }

  public func render() -> String {
    let why: HTML = document.why.map { why -> HTML in "<p>\(why)</p>" } ?? ""
    var body: HTML = "<header><p class=\"eyebrow\">Sweep</p><h1>\(words.title)</h1>\(why)</header>\n"
    body += verdict
    body += missing
    for axis in document.axes.indices { body += section(axis) }
    body += units
    body += without
    return HTMLPage(title: words.title, body: body).markup.rendered
  }

  private var verdict: HTML {
    let sentences = words.verdict.map { sentence -> HTML in "<li>\(sentence)</li>\n" }
    return HTMLPage.section(
      "verdict", "What the sweep decides",
      lead: "A unit counts as dearer only where no plan whatsoever of it could cost as little as the cheapest plan.",
      "<ul>\n\(sentences.joined(separator: ""))</ul>\n")
  }

  private func section(_ axis: Int) -> HTML {
    let titles = ["Units", "With a plan", "Cheapest", "Dearest", "Overloaded CSMs", "Without a CSM", "Change hands"]
    let rows = SweepGroup.all(document, axis: axis).map { group -> HTML in
      row(
        "\(group.value)",
        [
          NumberText.grouped(group.units.count), NumberText.grouped(group.plans),
          group.cheapest.map(NumberText.hours) ?? "n/a", group.dearest.map(NumberText.hours) ?? "n/a",
          group.range(\.overloaded), group.range(\.unassigned), group.range(\.moves),
        ])
    }
    let name = document.axes[axis].name
    return HTMLPage.section(
      "axis-\(axis + 1)", "By \(name)", lead: "Over all values of the other axes; from fewest to most.",
      HTMLPage.table("Units by \(name)", head: head(["\(name)"], titles), rows: rows.joined(separator: "")))
  }

  private var units: HTML {
    let measures = ComparisonMeasure.all(currency: document.currency, rules: [])
    let rows = words.ranked.map { unit -> HTML in
      let values = unit.values.map { value -> HTML in "<td>\(value ?? "as it is")</td>" }
      let cells = measures.map { measure -> HTML in
        "<td class=\"n\">\(unit.result.facts.map(measure.text) ?? "")</td>"
      }
      return """
        <tr><th scope="row">\(String(unit.index))</th>\(values.joined(separator: ""))<td>\(badge(unit))</td>\
        \(cells.joined(separator: ""))</tr>

        """
    }
    return HTMLPage.section(
      "units", "Unit by unit", lead: "The cheapest first. Costs are hours of work a reader would trade for them.",
      HTMLPage.table(
        "Units of the sweep", head: head(["Unit"] + document.axes.map(\.name) + ["Standing"], measures.map(\.title)),
        rows: rows.joined(separator: "")))
  }

  private func badge(_ unit: SweepDocument.Unit) -> HTML {
    let text = words.standing(unit)
    switch unit.standing {
    case .best: return HTMLText.badge(text, "in")
    case nil: return HTMLText.badge(text, "risk")
    default: return "\(text)"
    }
  }

  private var without: HTML {
    let rows = document.units.filter { $0.result.facts == nil }.map { unit -> HTML in
      "<tr><th scope=\"row\">\(String(unit.index))</th><td>\(words.values(unit.values))</td><td>\(unit.result.reasons.joined(separator: " "))</td></tr>\n"
    }
    guard !rows.isEmpty else { return "" }
    return HTMLPage.section(
      "without", "Units without a plan",
      HTMLPage.table(
        "Why there is no plan", head: head(["Unit", "What it asks", "Why"], []), rows: rows.joined(separator: "")))
  }

  private var missing: HTML {
    guard !document.missing.isEmpty else { return "" }
    let rows = document.missing.map { unit -> HTML in
      "<tr><th scope=\"row\">\(String(unit.index))</th><td>\(words.values(unit.values))</td><td>\(unit.reason)</td><td><code>\(unit.command)</code></td></tr>\n"
    }
    return HTMLPage.section(
      "missing", "Missing units", lead: "Each command computes one of them.",
      HTMLPage.table(
        "Missing units", head: head(["Unit", "What it asks", "Why", "Command"], []), rows: rows.joined(separator: "")))
  }

  private func head(_ texts: [String], _ numbers: [String]) -> HTML {
    let left = texts.map { text -> HTML in "<th scope=\"col\">\(text)</th>" }
    let right = numbers.map { text -> HTML in "<th scope=\"col\" class=\"n\">\(text)</th>" }
    return "<tr>\(left.joined(separator: ""))\(right.joined(separator: ""))</tr>"
  }

  private func row(_ title: HTML, _ numbers: [String]) -> HTML {
    let cells = numbers.map { text -> HTML in "<td class=\"n\">\(text)</td>" }
    return "<tr><th scope=\"row\">\(title)</th>\(cells.joined(separator: ""))</tr>\n"
  }
}
