/// One level of a plan whose rules count one after the other.
public struct LevelDocument: Sendable, Hashable, Codable {
  public var name: String
  /// Ids of the rules that count on this level, weighed by their prices.
  public var rules: [String]
  /// What these rules charge for the plan.
  public var objective: PointsValue
  /// No plan that is at least as good as this one on every level above costs less on this one. The solver may merely
  /// claim it; `nil` when there is none.
  @ExplicitNull public var bound: PointsValue?
  /// The same, recomputed in exact integers from `weights` and `multipliers`.
  @ExplicitNull public var certifiedBound: PointsValue?
  @ExplicitNull public var gap: Double?
  @ExplicitNull public var certifiedGap: Double?
  /// Why the search ended on this level.
  public var ending: Termination.Reason
  /// How much each level above weighs in the proof, and this one last; whole numbers. Empty without a certified bound.
  public var weights: [Int64]
  /// Of the proof of the certified bound, the zeros left out.
  public var multipliers: [MultiplierDocument]

  public init(
    name: String, rules: [String], objective: PointsValue, bound: PointsValue? = nil,
    certifiedBound: PointsValue? = nil, gap: Double? = nil, certifiedGap: Double? = nil, ending: Termination.Reason,
    weights: [Int64] = [], multipliers: [MultiplierDocument] = []
  ) {
    self.name = name
    self.rules = rules
    self.objective = objective
    self.bound = bound
    self.certifiedBound = certifiedBound
    self.gap = gap
    self.certifiedGap = certifiedGap
    self.ending = ending
    self.weights = weights
    self.multipliers = multipliers
  }
}
