public import PlanDocument

/// Which other plans to look for.
public struct AlternativesRequest: Sendable {
  public var count: Int
  /// Accounts, or families that move together, that end with another CSM than in each plan before.
  public var differ: Int
  /// How much more they may cost; 0.01 is 1 %.
  public var within: Double

  public init(count: Int, differ: Int = 3, within: Double = 0.01) {
    self.count = count
    self.differ = differ
    self.within = within
  }
}

/// Alternatives as plans of their own, and what sets them apart.
public struct Alternatives: Sendable {
  public var plans: [PlanDocument]
  public var summary: AlternativesDocument
}
