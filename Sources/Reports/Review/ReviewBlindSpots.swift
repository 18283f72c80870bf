import PlanDocument
import Portfolio

/// Silent accounts by how their silence is read, then the other blind spots.
struct ReviewBlindSpots {
  let context: ReviewContext

  var silent: HTML {
    guard context.document.knowsTouches else { return "" }
    let groups: [(cause: ReviewCause, title: String)] = [
      (.leaving, "Leaving"), (.unknown, "Not to be told from the data"), (.healthy, "Healthy"),
    ]
    let parts = groups.map { group -> HTML in
      let entries = context.entries(.silent) { $0.cause == group.cause.rawValue }
      let table = ReviewTable(
        context: context, label: "Silent: \(group.title)", file: "blind-spots.csv", amount: ("Health", health),
        until: "Renewal",
        rows: group.cause == .leaving ? ReviewPage.rows : 12)
      return "<h3>\(group.title): \(NumberText.grouped(entries.count))</h3>\n" + table.markup(entries)
    }
    return HTMLPage.section(
      "silent", "Silent: gone, or just content?",
      lead: """
        Without a touch for longer than half again the cadence. Silent and growing, with two good signs for each of \
        leaving, is healthy; silent with two signs of leaving, or with usage that falls and nothing against it, is leaving; for the rest \
        somebody has to ask.
        """,
      parts.joined(separator: ""))
  }

  private func health(_ entry: ReviewContext.Entry) -> String {
    entry.account?.health.map { String($0) } ?? "not known"
  }

  var others: HTML {
    let kinds: [(kind: ReviewFinding.Kind, note: HTML)] = [
      (
        .transition, "Sponsor, segment or company changes. “Moment open”: the policy lets the account change hands now."
      ),
      (.middle, "Neither large nor small, neither red nor green, and falling or not looked at."),
      (.unmapped, "Large accounts without a potential: nobody can say whether they should grow."),
    ]
    let parts = kinds.map { kind, note -> HTML in
      let entries = context.entries(kind)
      let table = ReviewTable(
        context: context, label: ReviewWords.title(kind), file: "blind-spots.csv", rows: 15)
      return """
        <h3>\(ReviewWords.title(kind)): \(NumberText.grouped(entries.count))</h3>
        <p class="quiet">\(note)</p>
        \(table.markup(entries))
        """
    }
    return HTMLPage.section("spots", "Other blind spots", parts.joined(separator: ""))
  }
}
