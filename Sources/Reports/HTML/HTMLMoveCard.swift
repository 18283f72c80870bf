import PlanDocument
import Portfolio

/// One change of hands: who, from whom, to whom, when, and why rule by rule.
struct HTMLMoveCard {
  let context: ReportContext
  let handoff: HandoffDocument

  private var explanation: MoveExplanation? { context.explanation(handoff.account) }

  var markup: HTML {
    """
    <article class="card"><div class="top"><h3>\(HTML.name(context.accountName(handoff.account)))</h3>\(gain)</div>
    <p class="route">\(route)</p>
    <p class="facts">\(facts)</p>
    <p class="why">\(handoff.reason)</p>
    \(runnerUp)\(HTMLPack(pack: HandoffPack(context: context, handoff: handoff)).markup)\(arithmetic)</article>

    """
  }

  private var route: HTML {
    let from: HTML = handoff.from.map { HTML.name(context.csmName($0)) } ?? "<i>nobody</i>"
    let label: HTML = handoff.kind == .handoff ? "" : " \(HTMLText.badge(HTMLText.verb(handoff.kind)))"
    let moment: HTML = handoff.moment.map { " \(HTMLText.badge($0, "moment"))" } ?? ""
    return """
      \(from) <span aria-label="to">→</span> <b>\(HTML.name(context.csmName(handoff.to)))</b> \
      <time datetime="\(handoff.effective.description)">on \(handoff.effective.description)</time>\(moment)\(label)
      """
  }

  private var gain: HTML {
    guard let explanation else { return "" }
    if let gain = explanation.gain { return "<span class=\"gain\">\(NumberText.signedHours(gain))</span>" }
    return "<span class=\"gain forced\">cannot be undone alone</span>"
  }

  private var facts: HTML {
    guard let account = context.account(handoff.account) else { return "\(handoff.account)" }
    var parts = [account.account, account.tier, account.region] + account.domains
    if let arr = account.arr { parts.append(context.money(arr)) }
    parts.append(
      "\(NumberText.hours(minutes: account.effort)) h a month\(account.estimated ? " (estimated)" : "")")
    if let health = account.health { parts.append("health \(health)") }
    if let day = account.renewalDate { parts.append("renews \(day)") }
    let risk: HTML = account.atRisk ? " \(HTMLText.badge("at risk", "risk"))" : ""
    let bundle: HTML =
      explanation?.bundle.map { " <a class=\"badge\" href=\"#bundle-\($0 + 1)\">bundle \($0 + 1)</a>" } ?? ""
    return parts.map { HTML.name($0) }.joined(separator: " · ") + risk + bundle
  }

  private var runnerUp: HTML {
    guard let csm = handoff.runnerUp else { return "" }
    let extra = handoff.runnerUpExtra.map { ", at \(NumberText.signedHours($0))" } ?? ""
    return "<p class=\"quiet\">Next best: \(HTML.name(context.csmName(csm)))\(extra)</p>\n"
  }

  /// For readers who see what the move is worth.
  private var arithmetic: HTML {
    guard explanation != nil else { return "" }
    return """
      <details><summary>Rule by rule, and alternatives</summary>
      <div class="more">\(summary)\(terms)\(others)</div></details>
      """
  }

  private var summary: HTML {
    guard let explanation else { return "" }
    let stay: HTML = explanation.cannotStay.map { "<p>Cannot stay: \($0)</p>\n" } ?? ""
    // The summary often is the reason word for word; said once it is enough.
    let text: HTML = explanation.summary == handoff.reason ? "" : "<p>\(explanation.summary)</p>\n"
    return text + stay
  }

  private var terms: HTML {
    guard let terms = explanation?.terms, !terms.isEmpty else { return "" }
    let rows = terms.map { term -> HTML in
      """
      <tr><th scope="row">\(RuleWords.title(term.rule))</th>\
      <td class="n">\(NumberText.signedHours(term.gain))</td><td>\(term.note)</td></tr>

      """
    }
    let head: HTML = """
      <tr><th scope="col">Rule</th><th scope="col" class="n">Gain</th><th scope="col">Because</th></tr>
      """
    return HTMLPage.table(
      "Gain against staying, rule by rule", head: head, rows: rows.joined(separator: "") + sum)
  }

  private var sum: HTML {
    guard let explanation else { return "" }
    // Where somebody has to take the account, the terms are held against the next best.
    let total = PointsValue(micropoints: explanation.terms.reduce(0) { $0 + $1.gain.micropoints })
    let (label, value) = explanation.gain.map { ("Undoing it costs", $0) } ?? ("Together", total)
    return """
      <tr class="total"><th scope="row">\(label)</th><td class="n">\(NumberText.signedHours(value))</td>\
      <td></td></tr>

      """
  }

  private var others: HTML {
    guard let explanation, !explanation.alternatives.isEmpty else { return "" }
    let list = HTMLMoveCard.alternatives(explanation.alternatives, context: context)
    return "<div><p class=\"minor\">Other choices, all else fixed</p>\n\(list)</div>\n"
  }

  static func alternatives(_ alternatives: [Alternative], context: ReportContext) -> HTML {
    let items = alternatives.map { alternative -> HTML in
      let who: HTML = alternative.csm.map { HTML.name(context.csmName($0)) } ?? "No CSM"
      let when = alternative.period.map { ", " + context.label(period: $0) } ?? ""
      let cost: HTML =
        alternative.extra.map { "<b>\(NumberText.signedHours($0))</b>" }
        ?? alternative.forbiddenBy.map { "<b>not possible</b> (\(RuleWords.title($0)))" } ?? ""
      return "<li>\(who)\(when): \(cost) \(alternative.note)</li>\n"
    }
    return "<ul>\(items)</ul>\n"
  }
}
