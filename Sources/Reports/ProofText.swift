import PlanDocument
import Portfolio

/// The proof in words. "At most" is rounded up: the sentence must stay true when the number is read back.
struct ProofText {
  let document: PlanDocument

  /// The sentence a leader remembers.
  var statement: String {
    if let levels = document.levels { return statement(levels) }
    guard document.certifiedBound != nil, let gap = certifiedDistance else {
      return "No certified bound: how much better another plan could be is not proven."
    }
    if gap.micropoints <= 0 { return "Proven optimal: no plan whatsoever is better." }
    return "Proven to \(certifiedGap): no plan whatsoever can be better by more than \(NumberText.hoursAtMost(gap))."
  }

  private func statement(_ levels: [LevelDocument]) -> String {
    let isOptimal = levels.allSatisfy { $0.certifiedBound == $0.objective }
    return isOptimal
      ? "Proven optimal: no plan whatsoever is better on one level without being worse on a level above."
      : "\(NumberText.plural(levels.count, "level", "levels")), the first counts most; what is proven is said of each."
  }

  /// Objective minus certified bound.
  var certifiedDistance: PointsValue? {
    document.certifiedAbsoluteGap ?? document.certifiedBound.flatMap(distance)
  }

  var certifiedGap: String { document.certifiedGap.map(NumberText.gap) ?? "n/a" }

  /// What is certified, in figures.
  var figures: String {
    let plan = "plan \(NumberText.hours(document.objective))"
    if document.levels != nil { return "All levels together: \(plan)." }
    guard let bound = document.certifiedBound else { return "Certified gap: none, \(plan)." }
    return "Certified gap \(certifiedGap): \(plan), certified bound \(NumberText.hours(bound))\(proved)."
  }

  /// How the bound is proved, where that takes more than multipliers.
  private var proved: String { document.proof.map { ", proved by \($0.contents)" } ?? "" }

  /// Why nobody has to believe the bound.
  var trust: String {
    guard document.levels == nil else { return LevelLine.meaning }
    return
      "No plan is below the certified bound\(proved), recomputed in exact integers and independently of the solver."
  }

  /// The solver's own claim, kept apart from what was recomputed; `nil` when it claims nothing beyond that.
  var claim: String? {
    guard hasClaim, let bound = document.bound else { return nil }
    return "The solver claims \(claimedGap): bound \(NumberText.hours(bound)), not certified."
  }

  /// Whether the solver claims more than is certified.
  var hasClaim: Bool {
    guard let bound = document.bound else { return false }
    return document.certifiedBound.map { bound.micropoints > $0.micropoints } ?? true
  }

  var claimedGap: String { document.gap.map(NumberText.gap) ?? "n/a" }

  /// What doing nothing would cost; `nil` where that is not known.
  var improvement: String? {
    guard let nothing = document.totals.objectiveIfNothingMoves else { return nil }
    return "If nothing moved the same rules would charge \(NumberText.hours(nothing))."
  }

  /// Why the search ended. Nothing is called proven that only the solver says.
  var ending: String {
    switch document.termination.reason {
    case .optimal where document.levels != nil: "stopped because the solver claims that every level is optimal"
    case .optimal where (certifiedDistance?.micropoints ?? 1) <= 0: "stopped because the plan is proven optimal"
    case .optimal: "stopped because the solver claims that the plan is optimal"
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
