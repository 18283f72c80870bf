import Portfolio

/// What the policy says of a tier, looked up once: the look-up compares names without case and punctuation.
struct RederivedTier: Sendable {
  let weak: EligibilityPolicy.Treatment
  let missing: EligibilityPolicy.Treatment
  let requiredLevel: CSM.ExpertiseLevel
  let givingEffort: Int64
  let receivingEffort: Int64
  let overlapShare: Int64
  let overlapWeeks: Int
  let unassignedPrice: Int64
  let continuityPrice: Int64
  let isStrategic: Bool

  init(_ tier: String, policy: Policy) {
    weak = policy.eligibility.weak[tier]
    missing = policy.eligibility.missing[tier]
    requiredLevel = policy.eligibility.requiredLevel[tier]
    givingEffort = policy.handoffs.givingEffort[tier].value
    receivingEffort = policy.handoffs.receivingEffort[tier].value
    overlapShare = policy.handoffs.overlapShare[tier]
    overlapWeeks = policy.handoffs.overlapWeeks[tier]
    unassignedPrice = policy.coverage.unassignedPrice[tier].micropoints
    continuityPrice = policy.continuity.price[tier].micropoints
    isStrategic = policy.isStrategic(tier: tier)
  }

  /// By account.
  static func all(of accounts: [Account], policy: Policy) -> [RederivedTier] {
    var known: [String: RederivedTier] = [:]
    return accounts.map { account in
      let tier = known[account.tier] ?? RederivedTier(account.tier, policy: policy)
      known[account.tier] = tier
      return tier
    }
  }
}
