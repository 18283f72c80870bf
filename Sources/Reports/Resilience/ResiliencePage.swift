import PlanDocument
import Portfolio

/// A study of resilience as one self-contained HTML file: who is missed most, what to do about it, one by one.
struct ResiliencePage {
  private let words: ResilienceWords
  private var document: ResilienceDocument { words.document }

  init(_ document: ResilienceDocument) { words = ResilienceWords(document: document) }

  func render() -> String {
    var body: HTML = "<header><p class=\"eyebrow\">Resilience</p><h1>\(words.headline)</h1>\n"
    body += "<p class=\"lead\">\(words.title). \(words.today)</p></header>\n"
    if let stopped = words.stopped { body += "<p>\(HTMLText.badge("stopped", "risk")) \(stopped)</p>\n" }
    if let chart = ResilienceChart(words.single).markup {
      let lead: HTML = """
        The mark is the difference between the plans that were found; the bar is what the certified bounds leave open. Where bars overlap, who is missed more is undecided.
        """
      body += HTMLPage.section("losses", "What each resignation costs", lead: lead, chart)
    }
    body += remedies
    body += HTMLPage.section("one", "One by one", lead: explanation, table(words.single, "Resignations"))
    if !words.pairs.isEmpty {
      let all = document.pairs ?? words.pairs.count
      let title = "Two of a team (\(words.pairs.count) of \(all) pairs)"
      body += HTMLPage.section("pairs", title, table(words.pairs, "Pairs of resignations"))
    }
    body += soleExpertise
    return HTMLPage(title: words.title, body: body).markup.rendered
  }

  private var explanation: HTML {
    """
    Place: what the bounds leave open. Costs more: between the plans, and under it, in hours, what is certain. Above band and above hard limit: hours in a steady month, of all who remain. Inside: days from \(document.asOf.description) to the first period from which on nobody is above the band.
    """
  }

  private func table(_ departures: [ResilienceDeparture], _ label: String) -> HTML {
    let titles = ["Costs more", "With nobody", "Above band", "Above hard", "Inside", "ARR moved", "Gap"]
    let head = titles.map { title -> HTML in "<th scope=\"col\" class=\"n\">\(title)</th>" }.joined(separator: "")
    let rows = departures.map { departure -> HTML in
      let facts = departure.facts
      let moved = departure.arrTakenOver + departure.arrMovedByChoice
      let cells = [
        facts == nil ? "" : NumberText.grouped(departure.unassigned),
        facts.map { NumberText.hours(minutes: $0.steadyMinutesAboveBand) } ?? "",
        facts.map { NumberText.hours(minutes: $0.steadyMinutesAboveHard) } ?? "", ResilienceWords.inside(facts),
        facts == nil ? "" : NumberText.money(moved, document.currency), facts == nil ? "" : ResilienceWords.gap(facts),
      ].map { text -> HTML in "<td class=\"n\">\(text)</td>" }
      let between = departure.loss == nil ? "" : ResilienceWords.interval(departure.loss)
      let sole: HTML =
        departure.soleExpertise.isEmpty ? "" : " " + HTMLText.badge("only one who knows", "risk")
      return """
        <tr><td class="n">\(ResilienceWords.rank(departure))</td><th scope="row">\(HTML.name(ResilienceWords.name(departure)))\
        \(sole)<br><small>\(ResilienceWords.cover(departure))</small></th><td class="n">\(ResilienceWords.found(departure.loss))\
        <br><small>\(between)</small></td>\(cells.joined(separator: ""))</tr>

        """
    }
    return HTMLPage.table(
      label, head: "<tr><th scope=\"col\" class=\"n\">Place</th><th scope=\"col\">Leaves</th>\(head)</tr>",
      rows: rows.joined(separator: ""))
  }

  private var remedies: HTML {
    guard !document.remedies.isEmpty else { return "" }
    let rows = document.remedies.map { remedy -> HTML in
      let verdict = ResilienceWords.verdict(remedy)
      let badge = HTMLText.badge(verdict, verdict == "helps" ? "in" : "")
      let cells = [
        ResilienceWords.found(remedy.saved), words.share(remedy), ResilienceWords.interval(remedy.saved),
      ].map { text -> HTML in "<td class=\"n\">\(text)</td>" }
      let name = words.departure(of: remedy).map(ResilienceWords.name) ?? ""
      return """
        <tr><th scope="row">\(ResilienceWords.remedy(remedy))</th><td>\(HTML.name(name))</td>\(cells.joined(separator: ""))\
        <td>\(badge)</td></tr>

        """
    }
    let head: HTML = """
      <tr><th scope="col">What</th><th scope="col">If this person leaves</th><th scope="col" class="n">Saves</th>\
      <th scope="col" class="n">Of the loss</th><th scope="col" class="n">Between (h)</th><th scope="col">Proven</th></tr>
      """
    return HTMLPage.section(
      "remedies", "What to train or hire first",
      lead: "Derived from what the plans were short of; each was planned again together with the resignation.",
      HTMLPage.table("Trainings and hires", head: head, rows: rows.joined(separator: "")))
  }

  private var soleExpertise: HTML {
    let items = words.single.flatMap { departure in
      ResilienceWords.sole(departure).map { text -> HTML in
        "<li>\(HTML.name(ResilienceWords.name(departure))): \(text)</li>\n"
      }
    }
    guard !items.isEmpty else { return "" }
    return HTMLPage.section(
      "sole", "What only one person knows",
      lead: "Domains that accounts of a region need and that nobody else has who serves it.",
      "<ul>\n\(items.joined(separator: ""))</ul>\n")
  }
}
