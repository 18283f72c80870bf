/// What the best plan under the question costs, against the plan that is explained.
public struct CounterfactualCost: Sendable, Hashable, Codable {
  /// Objective of the plan that is explained.
  public var plan: PointsValue
  /// A bound on the plan that is explained, as it states it.
  @ExplicitNull public var planBound: PointsValue?
  /// Objective of the best plan found under the question.
  public var found: PointsValue
  /// No plan under the question costs less, recomputed in exact integers.
  @ExplicitNull public var bound: PointsValue?
  /// `bound - plan`; `nil` without a bound.
  @ExplicitNull public var atLeast: PointsValue?
  /// `found - plan`.
  public var atMost: PointsValue
  /// `atLeast` equals `atMost`.
  public var exact: Bool
  /// The question only takes choices away, so that no bound on the plan itself can be beaten.
  public var restricts: Bool
  /// What each rule charges more (negative gain) or less (positive); the gains add up to minus `atMost`.
  public var byRule: [ExplanationTerm]

  public init(
    plan: PointsValue, planBound: PointsValue?, found: PointsValue, bound: PointsValue?, restricts: Bool,
    byRule: [ExplanationTerm]
  ) {
    self.plan = plan
    self.planBound = planBound
    self.found = found
    self.bound = bound
    atLeast = bound.map { PointsValue(micropoints: $0.micropoints - plan.micropoints) }
    atMost = PointsValue(micropoints: found.micropoints - plan.micropoints)
    exact = bound == found
    self.restricts = restricts
    self.byRule = byRule
  }
}
