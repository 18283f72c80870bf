/// How long to search and when a plan is good enough.
public struct PlanRequest: Sendable {
  /// Wall time; honoured to 1.1 times itself plus one second.
  public var timeLimit: Duration?
  /// Reproducible units of work; the same input, seed and work limit give the same plan.
  public var workLimit: Int64?
  /// Stop at this relative gap; 0.001 is 0.1 %.
  public var gap: Double
  /// Measure the gap against the certified bound instead of the best bound.
  public var certified: Bool
  public var seed: UInt64

  public init(
    timeLimit: Duration? = .seconds(60), workLimit: Int64? = nil, gap: Double = 0.001, certified: Bool = false,
    seed: UInt64 = 1
  ) {
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.gap = gap
    self.certified = certified
    self.seed = seed
  }
}
