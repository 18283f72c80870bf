import Portfolio

/// `e(a)` of an account without a given effort.
struct EffortEstimate {
  private let policy: EffortPolicy
  private let posture: PostureRule

  init(_ policy: EffortPolicy) {
    self.policy = policy
    posture = PostureRule(policy)
  }

  /// Minutes per month.
  func minutes(of account: Account) -> Int64 {
    Exact.floor(policy.base[account.tier].value, times: max(0, 100 + percent(of: account)), over: 100)
  }

  private func percent(of account: Account) -> Percent {
    var percent = posture.percent(of: account)
    if account.lifecycle == .onboarding { percent += policy.onboardingPercent }
    if let health = account.health, health < policy.lowHealth { percent += policy.lowHealthPercent }
    if account.escalationOpen { percent += policy.escalationPercent }
    if let arr = account.arr, arr > policy.highARR { percent += policy.highARRPercent }
    return percent
  }
}
