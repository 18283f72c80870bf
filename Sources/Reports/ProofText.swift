import PlanDocument
import Portfolio

/// The proof in words. "At most" is rounded up: the sentence must stay true when the number is read back.
struct ProofText {
  let document: PlanDocument

  /// The sentence a leader remembers.
  var statement: String {
    guard document.certifiedBound != nil, let gap = certifiedDistance else {
      return "No certified bound: how much better another plan could be is not proven."
    }
    if gap.micropoints <= 0 { return "Proven optimal: no plan whatsoever is better." }
    return "Proven: no plan whatsoever can be better by more than \(NumberText.hoursAtMost(gap))."
  }

  /// Objective minus certified bound.
  var certifiedDistance: PointsValue? {
    document.certifiedAbsoluteGap ?? document.certifiedBound.flatMap(distance)
  }

  var claimedDistance: PointsValue? { document.absoluteGap ?? document.bound.flatMap(distance) }

  var certifiedGap: String { document.certifiedGap.map(NumberText.gap) ?? "n/a" }

  /// The solver's own claim, kept apart from what was recomputed; `nil` when there is none.
  var claim: String? {
    guard let bound = document.bound else { return nil }
    let gap = document.gap.map(NumberText.gap) ?? "n/a"
    let distance = claimedDistance.map { " or \(NumberText.hoursAtMost($0))" } ?? ""
    return "The solver itself claims a bound of \(NumberText.hours(bound)), a gap of \(gap)\(distance); "
      + "that figure is not certified."
  }

  /// What doing nothing would cost; `nil` where that is not known.
  var improvement: String? {
    guard let nothing = document.totals.objectiveIfNothingMoves else { return nil }
    return "If nothing moved the same rules would charge \(NumberText.hours(nothing))."
  }

  static func text(_ reason: Termination.Reason) -> String {
    switch reason {
    case .optimal: "stopped because the plan is proven optimal"
    case .gapReached: "stopped at the gap asked for"
    case .timeLimit: "stopped at the time limit"
    case .workLimit: "stopped at the work limit"
    case .interrupted: "was interrupted; this is the best plan found until then"
    case .infeasible: "found that the rules cannot all hold"
    case .solverFailed: "ended early because the solver gave up; the plan and its bounds were checked all the same"
    }
  }

  private func distance(_ bound: PointsValue) -> PointsValue? {
    let (value, overflow) = document.objective.micropoints.subtractingReportingOverflow(bound.micropoints)
    return overflow ? nil : PointsValue(micropoints: value)
  }
}
