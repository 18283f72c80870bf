/// How far a search has come at one time.
public struct SearchMoment: Sendable, Hashable {
  /// Since the search began.
  public var seconds: Double
  public var phase: SearchPhase
  /// Of the best plan so far.
  public var objective: PointsValue?
  /// The best bound, which the solver may merely claim.
  public var bound: PointsValue?
  /// A bound recomputed in exact integers.
  public var certifiedBound: PointsValue?

  public init(
    seconds: Double, phase: SearchPhase, objective: PointsValue? = nil, bound: PointsValue? = nil,
    certifiedBound: PointsValue? = nil
  ) {
    self.seconds = seconds
    self.phase = phase
    self.objective = objective
    self.bound = bound
    self.certifiedBound = certifiedBound
  }

  /// `(objective - certifiedBound) / max(|objective|, 1 point)`, never below zero; `nil` where one of them is missing.
  public var certifiedGap: Double? { gap(to: certifiedBound) }

  /// The same with `bound`: what the solver claims.
  public var gap: Double? { gap(to: bound) }

  private func gap(to bound: PointsValue?) -> Double? {
    guard let objective, let bound else { return nil }
    let difference = Double(objective.micropoints) - Double(bound.micropoints)
    return max(0, difference) / max(1_000_000, Double(objective.micropoints.magnitude))
  }
}
