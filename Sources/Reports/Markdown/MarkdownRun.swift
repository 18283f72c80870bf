import PlanDocument
import Portfolio

/// How the plan was computed.
struct MarkdownRun {
  let context: ReportContext

  var markdown: Markdown {
    let document = context.document
    let run = document.run
    return """
      \(course)---

      Ballast \(run.version), \(run.solver), seed \(String(run.seed)), work \(NumberText.grouped(run.work)), \
      \(NumberText.seconds(run.seconds)). The search \(ProofText(document: document).ending). \
      Efforts estimated: \(document.totals.estimatedEfforts); accounts without a permitted moment: \
      \(document.totals.withoutMoment).

      """
  }

  /// When the gap was how small.
  private var course: Markdown {
    guard let search = context.document.run.search else { return "" }
    let milestones = SearchMilestones(search.history)
    guard let firstPlan = milestones.firstPlan, !milestones.rows.isEmpty else { return "" }
    let rows = milestones.rows.map { row -> [Markdown] in
      [
        "\(SearchMilestones.text(gap: row.gap))", "\(SearchMilestones.text(row.certified))",
        "\(SearchMilestones.text(row.claimed))",
      ]
    }
    return """
      ## How the search went

      A first plan after \(SearchMilestones.text(firstPlan)), the end after \(SearchMilestones.text(search.seconds)).

      \(MarkdownReport.table(
        ["Gap at most", "Certified after", "Claimed after"], numbers: [1, 2], rows: rows, rest: "plan.json"))
      """
  }
}
