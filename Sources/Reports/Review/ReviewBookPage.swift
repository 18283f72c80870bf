import PlanDocument
import Portfolio

/// One page for a one-to-one: the book of one CSM, the three questions, what to talk about. It holds nothing of others.
struct ReviewBookPage {
  /// Together they fit on a sheet of paper.
  private static let rows: [ReviewFinding.Kind: Int] = [
    .risk: 6, .expansion: 5, .unseen: 6, .silent: 5, .transition: 3, .underServed: 4, .overServed: 3,
  ]

  let context: ReviewContext
  let csm: String

  func render() -> String {
    let name = context.csmName(csm)
    let header: HTML = """
      <header><p class="eyebrow">For the one-to-one, \(context.document.asOf.description)</p><h1>\(HTML.name(name))</h1>
      <p class="lead">\(lead)</p></header>

      """
    var body = header + list(.risk, "1 What is at risk?", ("Expected to go", { ReviewLists.valueAtRisk($0.account) }))
    body += list(
      .expansion, "2 Who could grow, why now?",
      ("Potential", { $0.account?.potential.map(NumberText.grouped) ?? "not known" }))
    body += list(.unseen, "3 Who has not been looked at?", nil)
    body += list(.silent, "Silent", nil)
    body += list(.transition, "In transition", nil)
    body += list(.underServed, "Under-served", nil) + list(.overServed, "Over-served", nil)
    return HTMLPage(kind: "review", title: name, body: "<div class=\"one\">\(body)</div>", style: ReviewStyle.sheet)
      .markup.rendered
  }

  private var lead: String {
    var tally = ReviewTally()
    for account in context.document.accounts { tally.add(account) }
    let hours = { (minutes: Int64) in NumberText.grouped((minutes + 30) / 60) }
    let noise = context.document.attention.rows.first?.noisePermille.map { ", noise \(ReviewWords.permille($0))" } ?? ""
    return
      "\(NumberText.plural(tally.accounts, "account", "accounts")), \(context.money(tally.arr)) ARR; \(hours(tally.minutesGiven)) h a month given, \(hours(tally.minutesCalled)) h called for\(noise)."
  }

  /// Lists without entries are left out: a page is one page.
  private func list(
    _ kind: ReviewFinding.Kind, _ title: String, _ amount: (title: String, of: (ReviewContext.Entry) -> String)?
  ) -> HTML {
    let entries = context.entries(kind)
    guard !entries.isEmpty else { return "" }
    let table = ReviewTable(
      context: context, label: title, file: "the lists of the whole review", amount: amount,
      until: [.unseen, .silent].contains(kind) ? "Renewal" : "Until", rows: Self.rows[kind] ?? 0, namesOwner: false)
    return HTMLPage.section(
      "list-\(kind.rawValue)", "\(title) (\(NumberText.grouped(entries.count)))", table.markup(entries))
  }
}
