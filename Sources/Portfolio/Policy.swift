/// The policy of a portfolio. The value of `Policy()` is the default policy: an absent or empty `ballast.yaml`
/// means exactly this. Sources of the defaults are named beside them and in the policy reference.
public struct Policy: Sendable, Hashable {
  public var currency = "EUR"
  /// Vocabulary; empty means the union of what the files mention.
  public var regions: [RegionDefinition] = []
  public var tiers: [TierDefinition] = []
  public var domains: [NamedDefinition] = []
  public var horizon = HorizonPolicy()
  public var effort = EffortPolicy()
  public var capacity = CapacityPolicy()
  public var eligibility = EligibilityPolicy()
  public var books = BookPolicy()
  public var balance = BalancePolicy()
  public var continuity = ContinuityPolicy()
  public var handoffs = HandoffPolicy()
  /// First match wins.
  public var locks: [LockRule] = LockRule.defaults
  public var families = FamilyPolicy()
  public var coverage = CoveragePolicy()
  public var priorities = PriorityPolicy()
  public var export = ExportPolicy()
  /// Only the review reads it; no plan depends on it.
  public var review = ReviewPolicy()

  public init() {}
}

extension Policy {
  public func isStrategic(tier: String) -> Bool {
    let folded = TierName.folded(tier)
    if let listed = tiers.first(where: { TierName.folded($0.name) == folded }) { return listed.strategic }
    return folded == "strategic"
  }
}
