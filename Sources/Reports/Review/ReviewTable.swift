import PlanDocument
import Portfolio

/// A list of findings as a table: account, figures, what is said, what to do.
struct ReviewTable {
  let context: ReviewContext
  let label: String
  /// The file that holds what does not fit.
  let file: String
  /// Title of the column with the amount, and the amount.
  var amount: (title: String, of: (ReviewContext.Entry) -> String)?
  /// What the deadline is.
  var until = "Until"
  var rows = ReviewPage.rows
  /// In the book of one person the owner goes without saying.
  var namesOwner = true

  func markup(_ entries: [ReviewContext.Entry]) -> HTML {
    guard !entries.isEmpty else { return "<p class=\"quiet\">Nobody.</p>\n" }
    let hasDeadlines = entries.contains { $0.until != nil }
    let amountHead: HTML = amount.map { amount -> HTML in "<th scope=\"col\" class=\"n\">\(amount.title)</th>" } ?? ""
    let head: HTML = """
      <tr><th scope="col">Account</th><th scope="col" class="n">ARR</th>\(amountHead)<th scope="col">Why</th>\
      <th scope="col">What to do</th>\(hasDeadlines ? "<th scope=\"col\">\(until)</th>" as HTML : "")</tr>
      """
    let shown = entries.prefix(rows).map { row($0, hasDeadlines) }
    let more: HTML =
      entries.count > rows
      ? "<p class=\"quiet\">\(NumberText.grouped(entries.count - rows)) more in \(file).</p>\n" : ""
    return "<div class=\"lists\">" + HTMLPage.table(label, head: head, rows: shown.joined(separator: "")) + "</div>"
      + more
  }

  private func row(_ entry: ReviewContext.Entry, _ hasDeadlines: Bool) -> HTML {
    let words = ReviewWords(context: context)
    let first = entry.first
    let account = entry.account
    let facts =
      account.map { "\($0.tier), \($0.region)" } ?? first.segment.map { ReviewWords.dimension($0.dimension) } ?? ""
    let amountCell: HTML =
      amount.map { amount -> HTML in "<td class=\"n\" data-title=\"\(amount.title)\">\(amount.of(entry))</td>" } ?? ""
    let causes = entry.findings.map(words.cause).joined(separator: "; ")
    let handoff: HTML =
      entry.findings.contains { $0.handoff == .yes }
      ? " " + HTMLText.badge("handoff", "in")
      : entry.findings.contains { $0.handoff == .possible }
        ? " " + HTMLText.badge(first.kind == .transition ? "moment open" : "handoff possible") : ""
    let owner: HTML = namesOwner ? "\(HTML.name(context.ownerName(first))), " : ""
    let deadline: HTML =
      hasDeadlines ? "<td class=\"w\" data-title=\"\(until)\">\(entry.until?.description ?? "–")</td>" : ""
    return """
      <tr><th scope="row">\(HTML.name(context.name(first)))<small>\(facts)</small></th>\
      <td class="n" data-title="ARR">\(account?.arr.map(NumberText.grouped) ?? "not known")</td>\(amountCell)\
      <td class="says">\(causes)</td>\
      <td class="do">\(ReviewWords.action(first.action))\(handoff)<small>\(owner)by \
      <time>\(entry.due.description)</time></small></td>\(deadline)</tr>

      """
  }
}
