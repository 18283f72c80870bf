/// How far the search has come; objectives and bounds in micropoints.
public struct PlanProgress: Sendable {
  public var seconds: Double
  public var phase: String
  public var objective: Int64?
  public var bound: Int64?
  public var certifiedBound: Int64?

  /// `(objective - bound) / objective`, where both exist and the objective is not zero.
  public var gap: Double? {
    guard let objective, let bound, objective != 0 else { return nil }
    return Double(objective - bound) / Double(objective.magnitude)
  }
}
