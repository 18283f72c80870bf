import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio
import Solving

extension PlanAssembler {
  /// The whole document but for the facts of the run.
  ///
  /// - Parameters:
  ///   - periods: the plan that was solved, with the days of the periods: what objective and bounds are about.
  ///   - levels: where the rules count level by level.
  ///   - isBoundUsable: `false` when the model audit failed: a bound for the wrong model proves nothing, so
  ///     none is given.
  func document(
    result: SolveResult, levels: [LevelDocument]? = nil, periods: CompiledPlan, inputs: [String: String],
    isBoundUsable: Bool
  ) -> PlanDocument {
    let objective = periods.model.objective(of: selection)
    let (own, charged) = (plan.model.objective(of: selection), PlanAssembler.objectiveByRule(periods, selection))
    let assignments = assignments()
    let explained = explainer.moves()
    let handoffs = handoffs(explained)
    let (books, accounts) = (books(), accounts())
    var document = PlanDocument(
      asOf: portfolio.asOf, inputs: inputs, currency: portfolio.policy.currency, horizon: horizon(),
      termination: Termination(reason: Termination.Reason(result.termination)),
      objective: PointsValue(micropoints: objective), objectiveByRule: charged,
      totals: totals(assignments), accounts: accounts, assignments: assignments, handoffs: handoffs, books: books,
      inheritedBreaches: inheritedBreaches(), shortages: shortages(), bindingLimits: explainer.bindingLimits(),
      run: RunFacts.unknown)
    document.closedAccounts = closedAccounts()
    if own != objective { document.daysObjective = PointsValue(micropoints: own) }
    document.levels = isBoundUsable ? levels : levels?.withoutBounds
    if isBoundUsable { setBounds(of: &document, result, objective) }
    document.explanations = Explanations(
      moves: explained.moves, stays: surprisingStays(),
      csms: explainer.books(books, handoffs: handoffs, accounts: accounts),
      bundles: explained.bundles, plan: sentences(document))
    return document
  }

  private func setBounds(of document: inout PlanDocument, _ result: SolveResult, _ objective: Int64) {
    func gap(_ bound: Int64) -> Double { Gap.fraction(objective: objective, bound: bound) }
    if let bound = result.bound {
      document.bound = PointsValue(micropoints: bound)
      document.gap = gap(bound)
      document.absoluteGap = PointsValue(micropoints: objective - bound)
    }
    if let bound = result.certifiedBound {
      document.certifiedBound = PointsValue(micropoints: bound)
      document.certifiedGap = gap(bound)
      document.certifiedAbsoluteGap = PointsValue(micropoints: objective - bound)
      document.multipliers = multipliers(result.provingMultipliers)
    }
  }

  /// Large accounts of people who stay above their soft limit for good, and pairings that break a rule.
  private func surprisingStays() -> [StayExplanation] {
    let tail = portfolio.policy.horizon.periods
    let overloaded = activeCSMs.filter { csm in
      guard let index = plan.resource(.hours(csm: Int32(csm), period: Int16(tail))) else { return false }
      return loads[index] > plan.effort.band(csm: csm, period: tail).soft
    }.map { Int32($0) }
    return explainer.stays(overloaded: overloaded, mismatched: mismatchedAccounts)
  }

  private func sentences(_ document: PlanDocument) -> [String] {
    var lines: [String] = []
    if let sentence = closedSentence(document) { lines.append(sentence) }
    if document.totals.estimatedEfforts > 0 {
      lines.append("The effort of \(document.totals.estimatedEfforts) accounts is an estimate.")
    }
    if document.levels != nil {
      lines.append("Gains of single moves are in the prices of the policy, all levels together.")
    } else if document.bound == nil {
      lines.append("No bound is given: how far this plan is from the best one is not known.")
    }
    if let reason = document.horizon.reason { lines.append(reason) }
    if let days = document.daysObjective {
      let difference = explainer.wording.hours(minutes: (days.micropoints - document.objective.micropoints) / 1_000_000)
      lines.append(
        "Days are set inside the periods: on the days of its handoffs the plan costs \(difference) against the periods' own days."
      )
    }
    lines.append("Bounds hold for the periods of the model and for every option the policy permits; none was left out.")
    return lines
  }
}

extension SolveResult {
  /// Those the certified bound follows from; where it needs more, those of the relaxation.
  fileprivate var provingMultipliers: Multipliers? {
    if case .multipliers(let multipliers) = proof { multipliers } else { multipliers }
  }
}

extension RunFacts {
  static let unknown = RunFacts(
    version: BallastVersion.current, seconds: 0, host: "", createdAt: "", workspace: ".", seed: 0, work: 0,
    solver: "")
}

extension PlanDocument {
  /// Takes back every bound: none is better than one that failed its check.
  mutating func withholdBounds() {
    (bound, certifiedBound, absoluteGap, certifiedAbsoluteGap) = (nil, nil, nil, nil)
    (gap, certifiedGap) = (nil, nil)
    multipliers = []
    proof = nil
    levels = levels?.withoutBounds
    explanations.plan.append("The bound failed its independent check and is withheld.")
  }
}
