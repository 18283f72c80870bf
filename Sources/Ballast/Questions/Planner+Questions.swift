import Compilation
import Explanation
public import PlanDocument
import Portfolio

/// Questions about a plan that exists: `ballast explain`.
extension Planner {
  /// The full account of one decision of a plan, all else as planned. The plan's own agreements hold.
  ///
  /// - Parameter account: its id, which the portfolio has.
  /// - Throws: `UnfitPlan` where the plan does not follow from the portfolio.
  public func decision(on account: String, in document: PlanDocument) throws -> DecisionDocument {
    let explained = try ExplainedPlan(document, of: agreed(document).portfolio)
    let names = ResourceNames(portfolio: explained.compiled.portfolio)
    guard let index = portfolio.accounts.firstIndex(where: { $0.id == account }) else {
      throw UnfitPlan(reason: "It has no account \(account).")
    }
    return DecisionExplainer(
      plan: explained.compiled, selection: explained.selection, periodLabels: explained.labels,
      resourceName: names.name(of:)
    ).document(ofAccount: index)
  }

  /// What the best plan costs if something is otherwise than in a plan, and what else changes with it. What is asked
  /// holds together; the plan's own agreements hold unless they are lifted.
  ///
  /// - Parameters:
  ///   - questions: with ids that the portfolio has.
  ///   - lifts: rules that are not to hold for somebody, beside the questions.
  ///   - readingProof: gives the bytes of the file of that name in the folder of the plan.
  /// - Throws: `UnfitPlan`, `NothingToLift`, `UnusableInput`, or an internal failure of the solver.
  public func answer(
    _ questions: [CounterfactualQuestion], lifting lifts: [RuleLift] = [], about document: PlanDocument,
    _ request: PlanRequest, interruption: PlanInterruption = PlanInterruption(),
    readingProof: (_ name: String) throws -> [UInt8]
  ) throws -> AnswerOutcome {
    let planner = agreed(document)
    let explained = try ExplainedPlan(document, of: planner.portfolio)
    let lifted = lifts.map { CounterfactualQuestion(.lift, rule: $0.rule.rawValue, subject: $0.subject) }
    return try withoutActuallyEscaping(readingProof) { readingProof in
      let search = CounterfactualSearch(
        explained: explained, document: document, questions: questions + lifted, lifts: lifts, request: request,
        planBound: {
          planner.boundCheck(document, readingProof).passed ? document.certifiedBound?.micropoints : nil
        })
      return try search.answer(interruption)
    }
  }

  /// Plans are explained under what people had agreed on when they were made.
  func agreed(_ document: PlanDocument) -> Planner {
    var agreed = portfolio
    agreed.agreements = document.agreements ?? []
    if let robust = document.robust { agreed.policy.capacity.robustAccounts = Int64(robust.accounts) }
    return Planner(agreed, inputs: inputs)
  }
}
