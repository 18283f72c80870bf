import Portfolio

/// What speaks for an account leaving, and what against it. What is not known is no sign.
struct Signs: Equatable {
  var bad = 0
  var good = 0
  var usageRises = false
  var usageFalls = false
  /// Somebody has said that all is not well.
  var isSaid = false

  /// Growing, and two good signs for each of leaving, unless somebody has said otherwise.
  var areHealthy: Bool { usageRises && !isSaid && good >= 2 * bad }
  /// Not growing, and two signs of leaving, or usage that falls while nothing speaks against leaving.
  var areLeaving: Bool { !usageRises && (bad >= 2 || (usageFalls && good == 0)) }

  init(_ account: Account, policy: Policy) {
    let limit = policy.review.trendAtLeast
    usageRises = account.usageTrend?.isRising(by: limit) == true
    usageFalls = account.usageTrend?.isFalling(by: limit) == true
    let isUnwell = account.relationship == .atRisk || account.lifecycle == .churning
    isSaid = isUnwell || account.escalationOpen
    bad = [
      usageFalls, account.healthTrend?.isFalling(by: limit) == true,
      account.sponsor == .quiet || account.sponsor == .gone,
      account.health.map { $0 < policy.effort.lowHealth } == true, account.escalationOpen, isUnwell,
    ].count { $0 }
    good = [
      usageRises, account.healthTrend?.isRising(by: limit) == true, account.sponsor == .active,
      account.health.map { $0 >= policy.review.goodHealth } == true, account.relationship == .partnership,
    ].count { $0 }
  }
}
