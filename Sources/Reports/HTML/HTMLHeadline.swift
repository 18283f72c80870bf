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
    <p class="lead">\(scope)</p>
    \(figures)\(proof)</header>

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
        "CSMs in a steady month; in any month \(facts.overAnyBefore) before, \(facts.overAnyAfter) after"))
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

  private var proof: HTML {
    let text = ProofText(document: document)
    let certified: HTML =
      document.certifiedBound.map { bound in
        """
        <div><dt>Certified bound</dt><dd>\(NumberText.hours(bound))</dd></div>
        <div><dt>Certified gap</dt><dd>\(text.certifiedGap)\(distance(text))</dd></div>
        """
      } ?? "<div><dt>Certified bound</dt><dd>none</dd></div>"
    let claim: HTML = text.claim.map { "<p class=\"quiet\">\($0)</p>\n" } ?? ""
    let improvement = text.improvement.map { " " + $0 } ?? ""
    return """
      <div class="proof">
      <p class="statement">\(text.statement)</p>
      \(gapBar)<dl class="inline">
      <div><dt>Objective</dt><dd>\(NumberText.hours(document.objective))</dd></div>
      \(certified)
      </dl>
      <p class="quiet">The objective is everything the policy charges, in hours of CSM time; lower is better.\(improvement)
      A certified bound is recomputed in exact integers, independently of the solver.</p>
      \(claim)</div>

      """
  }

  private func distance(_ text: ProofText) -> String {
    text.certifiedDistance.map { " · \(NumberText.hoursAtMost($0))" } ?? ""
  }

  /// The objective as one bar: solid as far as it is proven unavoidable, hatched where it might still be improved.
  private var gapBar: HTML {
    guard let bound = document.certifiedBound, document.objective.micropoints > 0 else { return "" }
    let share = Double(max(0, bound.micropoints)) / Double(document.objective.micropoints)
    let percent = NumberText.coordinate(Int64((min(1, share) * 100_000).rounded()))
    let label = "\(percent) % of the objective is proven unavoidable; the rest is the certified gap."
    return """
      <svg class="gapbar" role="img" aria-label="\(label)" width="100%" height="14"><title>\(label)</title>
      <defs><pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" class="f-open"/><rect width="2" height="6" class="f-hatch"/></pattern></defs>
      <rect x="0" y="2" width="100%" height="10" fill="url(#open)"/>
      <rect x="0" y="2" width="\(percent)%" height="10" class="f-after"/></svg>

      """
  }
}

/// Anchors to the sections: a long page without a script needs a way in.
struct HTMLContents {
  let context: ReportContext

  var markup: HTML {
    let links: [HTML] = [
      link("load", "Load"), link("periods", "Months"), link("moves", "Moves"), link("calendar", "Calendar"),
      link("books", "Books"), link("attention", "Attention"), link("objective", "Objective"),
      link("run", "Run"),
    ]
    return "<nav aria-label=\"Sections\"><ul>\(links)</ul></nav>\n"
  }

  private func link(_ id: String, _ text: String) -> HTML { "<li><a href=\"#\(id)\">\(text)</a></li>" }
}
