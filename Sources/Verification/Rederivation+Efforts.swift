import Portfolio

/// Section "Accounts".
extension Rederivation {
  /// e(a): given, else estimated.
  static func effort(of account: Account, policy: Policy) -> Int64 {
    if let given = account.effort { return given.value }
    let percent = max(-100, estimatePercent(of: account, policy: policy.effort))
    return policy.effort.base[account.tier].value * (100 + percent) / 100
  }

  private static func estimatePercent(of account: Account, policy: EffortPolicy) -> Int64 {
    var sum: Int64 = 0
    if account.lifecycle == .onboarding { sum += policy.onboardingPercent }
    if hasLowHealth(account, policy) { sum += policy.lowHealthPercent }
    if account.escalationOpen { sum += policy.escalationPercent }
    if let arr = account.arr, arr > policy.highARR { sum += policy.highARRPercent }
    return sum + posturePercent(of: account, policy: policy)
  }

  private static func posturePercent(of account: Account, policy: EffortPolicy) -> Int64 {
    guard let valueThreshold = policy.postureValue, let potentialThreshold = policy.posturePotential,
      let arr = account.arr, let potential = account.potential
    else { return 0 }
    switch (arr >= valueThreshold[account.tier], potential >= potentialThreshold[account.tier]) {
    case (true, true): return policy.investPercent
    case (true, false): return policy.defendPercent
    case (false, true): return policy.growPercent
    case (false, false): return policy.servePercent
    }
  }

  private static func hasLowHealth(_ account: Account, _ policy: EffortPolicy) -> Bool {
    guard let health = account.health else { return false }
    return health < policy.lowHealth
  }

  /// C(a, p) for p = 0 ... P.
  static func cumulativeEfforts(
    of account: Account, effort: Int64, policy: Policy, calendar: RederivedCalendar
  ) -> [Int64] {
    let events = events(of: account, policy: policy.effort)
    let eventDays = policy.effort.eventDays
    return calendar.starts.indices.map { period in
      var sum = effort * calendar.monthNumerator * Int64(period) / calendar.monthDenominator
      for event in events where eventDays > 0 {
        let days = RederivedCalendar.days(
          from: max(event.end.adding(days: -eventDays), calendar.firstDay),
          to: min(event.end, calendar.starts[period]))
        sum += event.minutes * days / Int64(eventDays)
      }
      return sum
    }
  }

  /// Minutes on the days that end the day before `end`.
  private static func events(
    of account: Account, policy: EffortPolicy
  ) -> [(minutes: Int64, end: CalendarDate)] {
    if account.effort != nil && policy.includesEvents { return [] }
    var found: [(minutes: Int64, end: CalendarDate)] = []
    if let end = account.onboardingEnd { found.append((policy.onboarding.value, end)) }
    if let end = account.renewalDate { found.append((policy.renewal[account.tier].value, end)) }
    return found
  }

  func isAtRisk(_ account: Int) -> Bool {
    Self.hasLowHealth(accounts[account], policy.effort) || accounts[account].relationship == .atRisk
  }

  /// arr(a), in thousands.
  func arrThousands(_ account: Int) -> Int64 { accounts[account].arr?.thousands ?? 0 }
}
