import PlanDocument

/// How the search went: plan and bounds, and the gap between them, against time. The scale of time is logarithmic, as
/// most happens early, and that of the gap, so that every halving looks the same. Lines are drawn in a box of its own
/// that stretches with the page; every label stays real text at reading size.
struct HTMLSearch {
  let context: ReportContext

  private var search: SearchDocument? { context.document.run.search }

  var markup: HTML {
    guard let search, let chart = SearchChart(search) else { return "" }
    return """
      <div id="search">
      <h3>How the search went</h3>
      <p class="quiet">\(counts(search))</p>
      \(legend(chart))<div class="charts">
      \(figure("Gap to the best possible plan", chart.gapLabel, chart.gaps))\
      \(figure("Plan and bound, hours", chart.valueLabel, chart.values))</div>
      \(milestones(SearchMilestones(search.history)))</div>

      """
  }

  private func counts(_ search: SearchDocument) -> String {
    "A first plan after \(SearchMilestones.text(SearchMilestones(search.history).firstPlan)), the end after "
      + "\(SearchMilestones.text(search.seconds)): \(NumberText.plural(Int(search.counts.moves), "step", "steps")) of local "
      + "search, \(NumberText.plural(Int(search.counts.blocks), "block", "blocks")) solved together, "
      + "\(NumberText.plural(Int(search.counts.nodes), "node", "nodes")) of branch and bound. "
      + "Time and gap are drawn on logarithmic scales."
  }

  private func figure(_ title: String, _ label: String, _ plot: SearchPlot) -> HTML {
    "<figure><figcaption>\(title)</figcaption>\(plot.markup(label: label))</figure>\n"
  }

  private func legend(_ chart: SearchChart) -> HTML {
    let claimed: HTML =
      chart.hasClaim ? "<li>\(Self.key("s-claimed"))claimed by the solver, not certified</li>" : ""
    return """
      <ul class="legend"><li>\(Self.key("s-certified"))certified</li>\(claimed)<li>\(Self.key("s-plan"))plan</li></ul>

      """
  }

  private static func key(_ name: String) -> HTML {
    """
    <svg aria-hidden="true" width="26" height="16"><line class="\(name)" x1="1" x2="25" y1="8" y2="8"/></svg>
    """
  }

  private func milestones(_ milestones: SearchMilestones) -> HTML {
    guard !milestones.rows.isEmpty else { return "" }
    let rows = milestones.rows.map { row -> HTML in
      """
      <tr><th scope="row">\(SearchMilestones.text(gap: row.gap))</th>\
      <td class="n">\(SearchMilestones.text(row.certified))</td>\
      <td class="n">\(SearchMilestones.text(row.claimed))</td></tr>

      """
    }
    let head: HTML = """
      <tr><th scope="col">Gap at most</th><th scope="col" class="n">Certified after</th>\
      <th scope="col" class="n">Claimed after</th></tr>
      """
    return HTMLPage.table(
      "When each gap was reached", class: "milestones", head: head, rows: rows.joined(separator: ""))
  }
}
