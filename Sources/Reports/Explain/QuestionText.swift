import PlanDocument

/// What was asked, as a question.
struct QuestionText {
  let context: ReportContext

  func sentence(_ questions: [CounterfactualQuestion]) -> String {
    let clauses = questions.map(clause)
    guard let last = clauses.last else { return "What if nothing were otherwise?" }
    let first = clauses.dropLast()
    return "What if " + (first.isEmpty ? last : first.joined(separator: ", ") + " and " + last) + "?"
  }

  private func clause(_ question: CounterfactualQuestion) -> String {
    let account = question.account.map { context.accountName($0) } ?? ""
    let csm = context.csmName(question.csm)
    let period = question.period.map { " in \(ChoiceText(context: context).period($0))" } ?? ""
    switch question.kind {
    case .go: return "\(account) went to \(csm)\(period)"
    case .stay: return "\(account) stayed where it is"
    case .cap: return "\(csm) worked at most \(NumberText.hours(minutes: question.minutes ?? 0)) h a month\(period)"
    case .without: return "\(csm) were not there"
    case .lift: return "the rule \(question.rule ?? "") did not hold\(subject(question))"
    }
  }

  private func subject(_ question: CounterfactualQuestion) -> String {
    guard let subject = question.subject, subject != "all" else { return "" }
    return " for " + (context.account(subject) == nil ? context.csmName(subject) : context.accountName(subject))
  }
}
