import Portfolio

/// The probability, in percent, that an account leaves within a year: a class by health, and what signs of leaving add, at
/// most 95.
///
/// Without a health there is no class; then the percentage is what a healthy account with the same signs has, and thus a
/// lower bound.
struct ChurnProbability: Equatable {
  let percent: Percent
  let isAtLeast: Bool

  init(_ account: Account, policy: Policy) {
    let (churn, review) = (policy.review.churn, policy.review)
    var sum = churn.healthy
    if let health = account.health {
      sum =
        health < review.criticalHealth
        ? churn.critical
        : health < policy.effort.lowHealth ? churn.low : health < review.goodHealth ? churn.fair : churn.healthy
    }
    if account.usageTrend?.isFalling(by: review.trendAtLeast) == true { sum += churn.usageFalling }
    if account.healthTrend?.isFalling(by: review.trendAtLeast) == true { sum += churn.healthFalling }
    if account.sponsor == .quiet || account.sponsor == .gone { sum += churn.sponsor }
    if account.escalationOpen { sum += churn.escalation }
    percent = min(95, sum)
    isAtLeast = account.health == nil
  }

  /// Expected ARR lost within a year, rounded down.
  func valueAtRisk(_ arr: Money?) -> Int64? { arr.map { $0.value * percent / 100 } }

  /// Expected ARR over `years`: `ARR x (1 + (1 - p) + ... + (1 - p)^(years - 1))`, each year's probability of still being
  /// there in millionths, rounded down. `nil` where health or ARR is not known.
  func lifetimeValue(_ arr: Money?, years: Int) -> Int64? {
    guard !isAtLeast, let arr else { return nil }
    var (survival, sum): (Int128, Int128) = (1_000_000, 0)
    for _ in 0..<years {
      sum += survival
      survival = survival * Int128(100 - percent) / 100
    }
    return Int64(clamping: Int128(arr.value) * sum / 1_000_000)
  }
}
