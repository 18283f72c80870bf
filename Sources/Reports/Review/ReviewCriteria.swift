import PlanDocument
import Portfolio

/// What the written rules of the policy ask for.
struct ReviewCriteria {
  let context: ReviewContext

  var markup: HTML {
    let parts = context.document.criteria.map { rule -> HTML in
      let entries = context.entries(.criterion) { $0.cause == rule.id }
      let table = ReviewTable(context: context, label: "Rule \(rule.id)", file: "criteria.csv", rows: 12)
      let unknown =
        rule.notKnown > 0 ? " Of \(NumberText.grouped(rule.notKnown)) more something it asks about is not known." : ""
      let list: HTML = entries.isEmpty ? "" : table.markup(entries)
      return """
        <h3>\(rule.id): \(outcome(rule.outcome))</h3>
        <p>\(rule.reason). Where \(rule.conditions.joined(separator: ", ")): \
        \(NumberText.plural(rule.met, "account", "accounts")).\(unknown)</p>
        \(list)
        """
    }
    return HTMLPage.section(
      "rules", "What written rules ask for",
      lead: "<code>ballast review --as-policy FILE</code> hands them to the plan as locks, prices, moments and limits.",
      parts.isEmpty ? "<p>The policy has no criteria.</p>\n" : parts.joined(separator: ""))
  }

  private func outcome(_ outcome: ReviewCriterion.Outcome) -> String {
    switch outcome {
    case .keep: "stays with its CSM"
    case .release: "should leave its CSM"
    case .pool: "a pool may take it"
    case .moment: "may change hands now"
    }
  }
}
