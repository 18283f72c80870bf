import PlanDocument
import Portfolio

/// How good the plan is proven to be: the sentence first, then the numbers it rests on as bars on one scale,
/// so that the room for improvement is seen beside what the plan has already saved.
struct HTMLProof {
  let context: ReportContext

  private var document: PlanDocument { context.document }
  private var text: ProofText { ProofText(document: document) }

  var markup: HTML {
    """
    <div class="proof">
    <p class="statement">\(text.statement)</p>
    \(gaps)\(robust)\(levels)\(bars)<p class="quiet">The objective is everything the policy charges over the horizon, in hours of CSM \
    time; lower is better. \(text.trust)</p>
    </div>

    """
  }

  /// The certified gap is the headline; what the solver claims stands beside it, smaller.
  private var gaps: HTML {
    var items: HTML = ""
    if let distance = text.certifiedDistance, document.certifiedBound != nil {
      items += """
        <div><dt>Certified gap</dt><dd class="value">\(text.certifiedGap)</dd>\
        <dd class="note">at most \(NumberText.hoursAtMost(distance))</dd></div>
        """
    }
    if text.hasClaim {
      items += """
        <div class="claim"><dt>Claimed by the solver</dt><dd class="value">\(text.claimedGap)</dd>\
        <dd class="note">not certified</dd></div>
        """
    }
    return items.isEmpty ? "" : "<dl class=\"gaps\">\(items)</dl>\n"
  }

  private var robust: HTML { RobustLine.text(context).map { "<p>\($0)</p>\n" } ?? "" }

  private var levels: HTML {
    let lines = LevelLine.lines(document)
    guard !lines.isEmpty else { return "" }
    let head: HTML = """
      <tr><th scope="col">Level</th><th scope="col">What counts</th><th scope="col" class="n">Charges</th>\
      <th scope="col">Proof</th></tr>
      """
    let rows = lines.map { line -> HTML in
      """
      <tr><td>\(String(line.number))</td><th scope="row">\(line.name)</th><td class="n">\(line.charges)</td>\
      <td>\(line.proof)</td></tr>

      """
    }
    return HTMLPage.table("Levels, the most important first", head: head, rows: rows.joined(separator: ""))
  }

  private var bars: HTML {
    let nothing = document.totals.objectiveIfNothingMoves
    let largest =
      [nothing, document.objective].compactMap { $0?.micropoints }.max() ?? 0
    var rows: [HTML] = []
    if let nothing { rows.append(bar("If nothing moved", nothing, of: largest, class: "f-before")) }
    rows.append(bar("This plan", document.objective, of: largest, class: "f-after"))
    if let bound = document.certifiedBound {
      rows.append(bar("Certified bound", bound, of: largest, class: "f-bound"))
    }
    if text.hasClaim, let bound = document.bound {
      rows.append(bar("Claimed bound", bound, of: largest, class: "f-claim"))
    }
    return "<ul class=\"bars\">\n\(rows)</ul>\n"
  }

  private func bar(_ label: String, _ value: PointsValue, of largest: Int64, class name: String) -> HTML {
    let share = Double(max(0, value.micropoints)) / Double(max(1, largest))
    let width = NumberText.coordinate(Int64((share * 100_000).rounded()))
    return """
      <li><span>\(label)</span><svg aria-hidden="true" width="100%" height="14"><rect class="\(name)" x="0" y="1" \
      width="\(width)%" height="12"/></svg><b>\(NumberText.hours(value))</b></li>

      """
  }
}
