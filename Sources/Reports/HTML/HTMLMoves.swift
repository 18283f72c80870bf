import PlanDocument
import Portfolio

/// Every change of hands with its rationale, the largest gain first; then the bundles, and the stays that need a
/// word.
struct HTMLMoves {
  let context: ReportContext
  let limits: HTMLReport.Limits

  private var explanations: Explanations { context.document.explanations }

  var markup: HTML {
    let shown = context.handoffsByGain.prefix(limits.moves)
    let cards = shown.map { HTMLMoveCard(context: context, handoff: $0).markup }
    let left = context.handoffs.count - shown.count
    let more: HTML =
      left > 0
      ? "<p class=\"quiet\">\(NumberText.plural(left, "move", "moves")) of smaller gain are in handoffs.csv.</p>\n"
      : ""
    let none: HTML = shown.isEmpty ? "<p>No account changes hands.</p>\n" : ""
    return HTMLPage.section(
      "moves", "Moves and why",
      lead: explanations.moves.isEmpty
        ? "Each with its handoff pack: dates, checklist, what the account looks like, a text for both sides."
        : "The number is what undoing this one move would cost, all else fixed, in hours of CSM time.",
      "<div class=\"\(detail)\">\n\(none + cards.joined(separator: "") + more + bundles + stays)</div>\n")
  }

  /// Printed, the arithmetic of every move fills half a page: of many moves, only what the reader opened is printed.
  private var detail: String { context.handoffs.count > HTMLMoves.movesPrintedWhole ? "opened-only" : "printed-whole" }
  private static let movesPrintedWhole = 8

  private var bundles: HTML {
    guard !explanations.bundles.isEmpty else { return "" }
    let items = explanations.bundles.enumerated().map { index, bundle -> HTML in
      let names = bundle.accounts.map { HTML.name(context.accountName($0)) }.joined(separator: ", ")
      let gain = bundle.gain.map { NumberText.hours($0) } ?? "cannot be undone"
      return """
        <article class="card" id="bundle-\(index + 1)"><div class="top"><h4>Bundle \(index + 1)</h4>\
        <span class="gain">\(gain)</span></div><p>\(names)</p><p class="why">\(bundle.summary)</p></article>

        """
    }
    return "<h3>Moves that belong together</h3>\n\(items)"
  }

  private var stays: HTML {
    guard !explanations.stays.isEmpty else { return "" }
    let items = explanations.stays.prefix(limits.stays).map { stay -> HTML in
      """
      <article class="card stay"><div class="top"><h4>\(HTML.name(context.accountName(stay.account)))</h4>\
      <span class="quiet">\(holder(stay))</span></div>\
      <p class="why">\(stay.summary)</p>\(alternatives(stay))</article>

      """
    }
    return "<h3>Stays worth explaining</h3>\n\(items)"
  }

  private func holder(_ stay: StayExplanation) -> HTML {
    stay.csm.utf8.isEmpty ? "stays without a CSM" : "stays with \(HTML.name(context.csmName(stay.csm)))"
  }

  private func alternatives(_ stay: StayExplanation) -> HTML {
    guard !stay.alternatives.isEmpty else { return "" }
    let list = HTMLMoveCard.alternatives(stay.alternatives, context: context)
    return "<details><summary>What else was possible</summary>\(list)</details>"
  }
}
