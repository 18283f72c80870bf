import PlanDocument
import Portfolio

/// The three questions, in order.
struct ReviewLists {
  let context: ReviewContext
  private var totals: ReviewTotals { context.document.totals }

  var risk: HTML {
    let table = ReviewTable(
      context: context, label: "Accounts at risk", file: "risk.csv",
      amount: ("Expected to go", { entry in ReviewLists.valueAtRisk(entry.account) }), until: "Deadline")
    return HTMLPage.section(
      "risk", "1 What is at risk?",
      lead: """
        By the ARR that is expected to go within a year: ARR times the probability of leaving. “At least” where the health is \
        not known.
        """,
      RiskCalendar(context: context).markup + table.markup(context.entries(.risk)))
  }

  static func valueAtRisk(_ account: ReviewedAccount?) -> String {
    guard let account, let value = account.valueAtRisk else { return "not known" }
    return (account.isChurnAtLeast == true ? "at least " : "") + NumberText.grouped(value)
  }

  var expansion: HTML {
    let table = ReviewTable(
      context: context, label: "Expansion windows", file: "expansion.csv",
      amount: ("Potential", { entry in entry.account?.potential.map(NumberText.grouped) ?? "not known" }))
    let waiting =
      "With a high potential, but not well enough to be asked: \(NumberText.grouped(totals.unqualified)). Health not known: \(NumberText.grouped(totals.qualificationNotKnown))."
    return HTMLPage.section(
      "expansion", "2 Who could grow, why now, and until when?",
      lead: "High potential, good health, nothing falling, no escalation, and an occasion.",
      table.markup(context.entries(.expansion)) + "<p class=\"quiet\">\(waiting)</p>\n")
  }

  var unseen: HTML {
    guard context.document.knowsTouches else {
      return HTMLPage.section(
        "unseen", "3 Who has not been looked at?",
        "<p>Not known: accounts.csv has no column last_touch, and there is no activity.csv.</p>\n")
    }
    let table = ReviewTable(context: context, label: "Accounts not looked at", file: "unseen.csv", until: "Renewal")
    let text =
      "\(NumberText.plural(totals.overdue, "account is", "accounts are")) overdue by the cadence of their posture (\(context.money(totals.overdueARR)) ARR); of \(NumberText.grouped(totals.neverSeen)) no touch is on record (\(context.money(totals.neverSeenARR)))."
    return HTMLPage.section(
      "unseen", "3 Who has not been looked at?", lead: "By ARR times how often the cadence has passed.",
      "<p>\(text)</p>\n" + table.markup(context.entries(.unseen)))
  }
}
