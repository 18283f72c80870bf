import PlanDocument
import Portfolio

/// What changes, and the proof: the part that is read when nothing else is.
struct HTMLHeadline {
  let context: ReportContext

  private var document: PlanDocument { context.document }
  private var totals: PlanTotals { document.totals }
  private var facts: HeadlineFacts { HeadlineFacts(context) }

  var markup: HTML {
    """
    <header>
    <p class="eyebrow">Ballast plan · as of \(document.asOf.description)</p>
    <h1>\(facts.sentence(totals))</h1>
    \(HTMLText.scenario(context))<p class="lead">\(scope)</p>
    \(figures)\(HTMLProof(context: context).markup)</header>

    """
  }

  private var scope: String {
    let accounts = NumberText.plural(totals.accounts, "account", "accounts")
    let csms = NumberText.plural(totals.csms, "CSM", "CSMs")
    return "\(accounts), \(csms), \(context.horizonText), "
      + "then \(NumberText.plural(document.horizon.tailMonths, "month", "months")) of the final books."
  }

  private var figures: HTML {
    let moved = facts.breakdown(totals)
    let arr = "\(context.money(totals.arrMoved)) ARR moves by choice"
    return """
      <dl class="figures">
      \(figure("Change hands", "\(NumberText.grouped(facts.changes))", "\(moved); \(arr)"))
      \(figure(
        "Over capacity", change("\(facts.overBefore)", "\(facts.overAfter)"),
        "CSMs in a steady month; in any period \(facts.overAnyBefore) before, \(facts.overAnyAfter) after"))
      \(figure(
        "Utilisation", change(HeadlineFacts.text(facts.spreadBefore), HeadlineFacts.text(facts.spreadAfter)),
        "lowest to highest CSM in a steady month"))
      \(figure("Without a CSM", "\(NumberText.grouped(totals.unassigned))", unassignedNote))
      </dl>

      """
  }

  private var unassignedNote: String {
    totals.unassigned == 0
      ? "every account is looked after" : "priced, and explained under what needs attention"
  }

  private func change(_ before: String, _ after: String) -> HTML {
    before == after
      ? "\(after)"
      : "<span class=\"was\">\(before)</span> <span aria-label=\"to\">→</span> <span class=\"now\">\(after)</span>"
  }

  private func figure(_ label: String, _ value: HTML, _ note: String) -> HTML {
    "<div><dt>\(label)</dt><dd class=\"value\">\(value)</dd><dd class=\"note\">\(note)</dd></div>"
  }
}

/// Anchors to the sections: a long page without a script needs a way in.
struct HTMLContents {
  let context: ReportContext

  var markup: HTML {
    var links: [HTML] = [
      link("load", "Load"), link("periods", "Periods"), link("moves", "Moves"), link("calendar", "Calendar"),
      link("books", "Books"), link("attention", "Attention"),
    ]
    if context.audience == .lead { links += [link("objective", "Objective"), link("run", "Run")] }
    return "<nav aria-label=\"Sections\"><ul>\(links)</ul></nav>\n"
  }

  private func link(_ id: String, _ text: String) -> HTML { "<li><a href=\"#\(id)\">\(text)</a></li>" }
}
