import PlanDocument

/// What the answer to a question costs, in words that claim no more than is proven.
struct CostText {
  private let cost: CounterfactualCost
  private let ended: Termination.Reason?

  init(_ cost: CounterfactualCost, ended: Termination.Reason?) {
    self.cost = cost
    self.ended = ended
  }

  /// Bounds that differ by less than is shown are one number to a reader.
  private var isSettled: Bool {
    cost.exact || cost.atLeast.map { NumberText.hours($0) == NumberText.hours(cost.atMost) } ?? false
  }

  /// The plan does what was asked, so that nothing was searched for.
  private var isAsPlanned: Bool { ended == nil }

  var statement: String {
    if isAsPlanned { return "That is so in the plan: it costs nothing more." }
    if isSettled { return settled }
    guard let least = cost.atLeast else {
      return "\(difference(cost.atMost)) in the best plan found; how much less it could be is not known."
    }
    if least.micropoints > 0 {
      return "It would cost between \(NumberText.hours(least)) and \(NumberText.hoursAtMost(cost.atMost)) more."
    }
    if cost.atMost.micropoints > 0 {
      return "It would cost at most \(NumberText.hoursAtMost(cost.atMost)) more; that it costs anything is not proven."
    }
    if isNothing(cost.atMost) { return "It would cost nothing more: the best plan found like that is as good." }
    return "It would save at least \(magnitude(cost.atMost)), and at most \(magnitude(least))."
  }

  private var settled: String {
    if isNothing(cost.atMost) { return "It would cost nothing: there is a plan like that which is as good." }
    return "\(difference(cost.atMost)). No plan like that costs less: proven."
  }

  private func difference(_ value: PointsValue) -> String {
    if isNothing(value) { return "It would cost nothing more" }
    return value.micropoints > 0 ? "It would cost \(magnitude(value)) more" : "It would save \(magnitude(value))"
  }

  private func magnitude(_ value: PointsValue) -> String {
    NumberText.hours(PointsValue(micropoints: Int64(clamping: value.micropoints.magnitude)))
  }

  private func isNothing(_ value: PointsValue) -> Bool {
    NumberText.hours(value) == NumberText.hours(PointsValue(micropoints: 0))
  }

  var details: [String] { isAsPlanned ? [] : [range, planGap, better, unit].compactMap { $0 } }

  private var range: String? {
    guard !isSettled else { return nil }
    guard let least = cost.atLeast else { return nil }
    let gap = PointsValue(micropoints: cost.atMost.micropoints - least.micropoints)
    let stop = ended.map { " The search ended \(CostText.words($0)); a longer one may narrow it." } ?? ""
    return "\(NumberText.hoursAtMost(gap)) between what was found and what is proven.\(stop)"
  }

  /// How far the plan itself may be from the best one: against that, the difference is larger.
  private var planGap: String? {
    guard let bound = cost.planBound else { return nil }
    let gap = PointsValue(micropoints: cost.plan.micropoints - bound.micropoints)
    guard !isNothing(gap), gap.micropoints > 0 else { return nil }
    let isLarge = gap.micropoints.magnitude > cost.atMost.micropoints.magnitude
    return "Held against this plan, which a better one could undercut by \(NumberText.hoursAtMost(gap)) at most"
      + (isLarge ? ": some of what changes may be such a gain, and not follow from the question." : ".")
  }

  private var better: String? {
    guard cost.restricts, cost.atMost.micropoints < 0, !isNothing(cost.atMost) else { return nil }
    return "So this plan was not the best one: its search ended before it found that. `ballast plan` may find it, too."
  }

  private var unit: String? {
    isNothing(cost.atMost) ? nil : "An hour is one of a CSM's time, or what the policy holds to be worth it."
  }

  private static func words(_ reason: Termination.Reason) -> String {
    switch reason {
    case .optimal: "with a proof of its own"
    case .gapReached: "at the gap asked for"
    case .timeLimit: "at the time limit"
    case .workLimit: "at the work limit"
    case .interrupted: "when it was stopped"
    case .infeasible: "without a plan"
    case .solverFailed: "when the solver gave up"
    }
  }
}
