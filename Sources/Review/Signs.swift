import Portfolio

/// What speaks for an account leaving, and what against it. What is not known is no sign.
struct Signs: Equatable {
  var bad = 0
  var good = 0
  var usageRises = false

  init(_ account: Account, policy: Policy) {
    let limit = policy.review.trendAtLeast
    usageRises = account.usageTrend?.isRising(by: limit) == true
    bad = [
      account.usageTrend?.isFalling(by: limit) == true, account.healthTrend?.isFalling(by: limit) == true,
      account.sponsor == .quiet || account.sponsor == .gone,
      account.health.map { $0 < policy.effort.lowHealth } == true, account.escalationOpen,
      account.relationship == .atRisk || account.lifecycle == .churning,
    ].count { $0 }
    good = [
      usageRises, account.healthTrend?.isRising(by: limit) == true, account.sponsor == .active,
      account.health.map { $0 >= policy.review.goodHealth } == true, account.relationship == .partnership,
    ].count { $0 }
  }
}
