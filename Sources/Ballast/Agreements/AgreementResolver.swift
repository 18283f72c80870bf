import Compilation
import PlanDocument
public import Portfolio

/// Turns decisions and a published plan into agreements about the accounts of a portfolio.
public struct AgreementResolver {
  let portfolio: Portfolio
  let sources: AgreementSources
  /// Where the decisions come from, as messages name it.
  let decisionsFile: String
  let publishedFile: String
  let accounts: [String: Account]
  let csms: [String: CSM]
  /// The first day after the horizon.
  let horizonEnd: CalendarDate

  public init(
    _ portfolio: Portfolio, _ sources: AgreementSources, decisionsFile: String = "decisions.csv",
    publishedFile: String = "plan.json"
  ) {
    self.portfolio = portfolio
    self.sources = sources
    self.decisionsFile = decisionsFile
    self.publishedFile = publishedFile
    accounts = Dictionary(portfolio.accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    csms = Dictionary(portfolio.csms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let timeline = Timeline(asOf: portfolio.asOf, horizon: portfolio.policy.horizon)
    horizonEnd = timeline.start(ofPeriod: timeline.periodCount)
  }

  /// O(accounts + moves).
  public func resolve() -> ResolvedAgreements {
    var result = ResolvedAgreements()
    let begun = addPublished(to: &result)
    addDecisions(besides: begun, to: &result)
    result.agreements.sort {
      ($0.account, $0.kind.rawValue, $0.csm ?? "") < ($1.account, $1.kind.rawValue, $1.csm ?? "")
    }
    return result
  }

  private func addDecisions(besides begun: Set<String>, to result: inout ResolvedAgreements) {
    let answers = DecisionAnswers(self)
    for decision in sources.decisions {
      guard !begun.contains(decision.account) else {
        let message = "The handoff of \(decision.account) has begun already."
        result.issues.append(
          issue(decision, message, "Maybe plan its way back as a move of its own, with a pin.", as: .warning))
        continue
      }
      switch answers.agreements(for: decision) {
      case .success(let agreements): result.agreements += agreements
      case .failure(let fault): result.issues.append(issue(decision, fault.message, fault.advice))
      }
    }
  }

  private func issue(
    _ decision: Decision, _ message: String, _ advice: String, as severity: ValidationIssue.Severity = .error
  ) -> ValidationIssue {
    ValidationIssue(
      severity, .data, file: decisionsFile, line: decision.line, column: "decision", value: decision.answer.rawValue,
      message: message, advice: advice)
  }
}
