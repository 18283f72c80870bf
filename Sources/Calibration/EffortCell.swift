import Portfolio

/// Tier and factors of an account. Accounts of one cell have the same estimate, so that a fit needs their sums only.
struct EffortCell: Hashable {
  /// Position among the tiers.
  let tier: Int
  private(set) var factors: [EffortFactor]

  init(_ account: Account, tier: Int, policy: EffortPolicy) {
    self.tier = tier
    factors = policy.posture(of: account).map { [EffortFactor($0)] } ?? []
    if account.lifecycle == .onboarding { factors.append(.onboarding) }
    if let health = account.health, health < policy.lowHealth { factors.append(.lowHealth) }
    if account.escalationOpen { factors.append(.escalation) }
    if let arr = account.arr, arr > policy.highARR { factors.append(.highARR) }
  }

  /// One bit for each factor.
  var code: Int { factors.reduce(0) { $0 | 1 << $1.rawValue } }

  func without(_ factor: EffortFactor) -> EffortCell {
    var copy = self
    copy.factors.removeAll { $0 == factor }
    return copy
  }
}
