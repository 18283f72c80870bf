import PlanDocument
import Portfolio

/// What no choice of handoffs could settle.
struct MarkdownAttention {
  let context: ReportContext

  var markdown: Markdown {
    let document = context.document
    let unassigned = MarkdownReport.list(
      "Accounts without a CSM",
      context.unassigned.map { assignment in
        let why: Markdown = context.whyUnassigned(assignment.account).map { ": \($0)" } ?? ""
        return "**\(context.accountName(assignment.account))**" + why
      })
    let shortages = MarkdownReport.list(
      "Shortages",
      document.shortages.map {
        """
        **\($0.kind) \($0.value)**: \(NumberText.plural($0.accounts, "account", "accounts")), \
        \(NumberText.hours(minutes: $0.minutes)) h a month. \($0.message)
        """
      })
    let breaches = MarkdownReport.list(
      "Wrong on arrival", document.inheritedBreaches.map { "**\(context.csmName($0.csm))**: \($0.message)" })
    let limits = MarkdownReport.list(
      "Binding limits", document.bindingLimits.map { "**\(RuleWords.title($0.rule))**: \($0.message)" })
    let agreed = MarkdownReport.list(
      "Agreed on beforehand", AgreementText(context: context).sentences.map { "**\($0.account)**: \($0.text)" })
    let content = [unassigned, agreed, shortages, closed, breaches, limits].joined(separator: "")
    return "## What needs attention\n\n" + (content.isEmpty ? "Nothing.\n\n" : content)
  }

  /// Accounts without a permitted moment, by what stands in the way.
  private var closed: Markdown {
    let summary = ClosedSummary(context)
    guard let sentence = summary.sentence else { return "" }
    let rows = summary.rows.map { row -> [Markdown] in
      ["\(row.title)", "\(row.accounts)", "\(row.opened)", "\(row.remedy)"]
    }
    return "### Accounts without a permitted moment\n\n\(sentence)\n\n"
      + MarkdownReport.table(
        ["In the way", "Accounts", "Open without it", "What would open it"], numbers: [1, 2], rows: rows,
        rest: "plan.json")
  }
}
