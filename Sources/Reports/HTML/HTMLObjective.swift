import PlanDocument

/// What the objective is made of, the largest charge first.
struct HTMLObjective {
  let context: ReportContext

  var markup: HTML {
    let document = context.document
    let terms = ObjectiveShares(document).terms
    let largest = terms.map { abs($0.value.micropoints) }.max() ?? 1
    let rows = terms.map { term -> HTML in
      """
      <tr><th scope="row">\(RuleWords.title(term.rule))</th><td class="n">\(NumberText.hours(term.value))</td>\
      <td class="n">\(term.share)</td><td class="barcell">\(bar(term.value, of: largest))</td></tr>

      """
    }
    let total: HTML = """
      <tr class="total"><th scope="row">Objective</th><td class="n">\(NumberText.hours(document.objective))</td>\
      <td class="n">100 %</td><td></td></tr>

      """
    let head: HTML = """
      <tr><th scope="col">Rule</th><th scope="col" class="n">Charges</th><th scope="col" class="n">Share</th>\
      <th scope="col"><span class="sr">Bar</span></th></tr>
      """
    let table = HTMLPage.table("Objective by rule", head: head, rows: rows.joined(separator: "") + total)
    let sentences = document.explanations.plan.map { sentence -> HTML in "<p>\(sentence)</p>\n" }
    return HTMLPage.section(
      "objective", "What the objective is made of",
      lead: "Over the horizon and the months after it. Rules that charge nothing are left out.",
      table + sentences.joined(separator: ""))
  }

  private func bar(_ value: PointsValue, of largest: Int64) -> HTML {
    let share = Double(abs(value.micropoints)) / Double(max(1, largest))
    let width = NumberText.coordinate(Int64((share * 100_000).rounded()))
    return """
      <svg aria-hidden="true" width="100%" height="12"><rect class="f-after" width="\(width)%" height="12"/></svg>
      """
  }
}
