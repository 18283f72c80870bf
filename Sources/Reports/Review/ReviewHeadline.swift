import PlanDocument
import Portfolio

/// What a reader who reads nothing else should know.
struct ReviewHeadline {
  let context: ReviewContext

  static func sentence(_ document: ReviewDocument) -> String {
    let totals = document.totals
    let money = NumberText.money(totals.valueAtRisk, document.currency)
    let risk =
      totals.atRisk == 0
      ? "Nothing known at risk" : "\(NumberText.grouped(totals.atRisk)) at risk (\(money) expected to go)"
    let unseen =
      document.knowsTouches
      ? "\(NumberText.grouped(totals.overdue + totals.neverSeen)) not looked at" : "touches not known"
    return "\(risk), \(NumberText.grouped(totals.windows)) with an open window, \(unseen)"
  }

  var markup: HTML {
    let document = context.document
    let all = document.totals.all
    let lead: HTML = """
      \(NumberText.plural(all.accounts, "account", "accounts")), \(context.money(all.arr)) ARR. Looked at on \
      <time>\(document.asOf.description)</time>, back to <time>\(document.since.description)</time>.
      """
    return """
      <header><p class="eyebrow">Portfolio review</p><h1>\(Self.sentence(document))</h1>
      <p class="lead">\(lead)</p>
      <dl class="figures">\(figures)</dl></header>

      """
  }

  private var figures: HTML {
    let totals = context.document.totals
    let accounts = Int64(totals.all.accounts)
    return figure(
      "1 At risk", NumberText.grouped(totals.atRisk),
      "\(context.money(totals.atRiskARR)) ARR, \(NumberText.percent(totals.atRiskARR, of: totals.all.arr)) of all")
      + figure(
        "2 Could grow now", NumberText.grouped(totals.windows), "potential \(context.money(totals.windowPotential))")
      + figure(
        "3 Not looked at",
        context.document.knowsTouches ? NumberText.grouped(totals.overdue + totals.neverSeen) : "not known",
        context.document.knowsTouches
          ? "not touched since \(context.document.since): \(NumberText.percent(Int64(totals.untouched), of: accounts)) of accounts, \(NumberText.percent(totals.untouchedARR, of: totals.all.arr)) of ARR"
          : "no column last_touch, no activity.csv")
      + figure(
        "Noise", context.document.attention.noisePermille.map(ReviewWords.permille) ?? "not known",
        "of the hours lie where they are not called for")
  }

  private func figure(_ title: String, _ value: String, _ note: String) -> HTML {
    "<div><dt>\(title)</dt><dd class=\"value\">\(value)</dd><dd class=\"note\">\(note)</dd></div>"
  }
}
