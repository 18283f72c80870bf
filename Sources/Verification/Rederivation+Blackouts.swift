import Portfolio

/// Section "Blackouts of an account".
extension Rederivation {
  static func blackouts(
    of account: Account, policy: Policy, calendar: RederivedCalendar
  ) -> [RederivedBlackout] {
    let rules = policy.handoffs.blackouts
    if rules.exempt.contains(account.id) { return [] }
    let all =
      renewalBlackouts(account, rules) + onboardingBlackouts(account, rules)
      + recentHandoffBlackouts(account, rules) + turnsOfYear(rules, calendar)
      + regionalBlackouts(account, policy)
    return all.filter { !$0.isEmpty }
  }

  private static func renewalBlackouts(_ account: Account, _ rules: BlackoutPolicy) -> [RederivedBlackout] {
    guard let renewal = account.renewalDate else { return [] }
    let firstHardDay = renewal.adding(days: -rules.renewalHardDays)
    return [
      RederivedBlackout(start: firstHardDay, end: renewal.adding(days: -1)),
      RederivedBlackout(
        start: renewal.adding(days: -rules.renewalDays), end: firstHardDay.adding(days: -1),
        price: rules.renewalPrice.micropoints),
    ]
  }

  private static func onboardingBlackouts(_ account: Account, _ rules: BlackoutPolicy) -> [RederivedBlackout] {
    guard rules.onboarding else { return [] }
    if let end = account.onboardingEnd { return [RederivedBlackout(end: end)] }
    return account.lifecycle == .onboarding ? [RederivedBlackout()] : []
  }

  private static func recentHandoffBlackouts(_ account: Account, _ rules: BlackoutPolicy)
    -> [RederivedBlackout]
  {
    guard let since = account.csmSince else { return [] }
    return [
      RederivedBlackout(
        start: since, end: since.adding(days: rules.recentHandoffDays - 1))
    ]
  }

  private static func turnsOfYear(_ rules: BlackoutPolicy, _ calendar: RederivedCalendar)
    -> [RederivedBlackout]
  {
    guard rules.turnOfYear else { return [] }
    // Transitions may run beyond the horizon, but not beyond the year after.
    let years = calendar.firstDay.components.year - 1...calendar.end.components.year + 1
    return years.map { year in
      RederivedBlackout(
        start: CalendarDate(year: year, month: 12, day: 15),
        end: CalendarDate(year: year + 1, month: 1, day: 5))
    }
  }

  private static func regionalBlackouts(_ account: Account, _ policy: Policy) -> [RederivedBlackout] {
    func concerns(_ regions: [String]) -> Bool { regions.isEmpty || regions.contains(account.region) }
    let holidays = policy.horizon.holidays.filter { concerns($0.regions) }
      .map { RederivedBlackout(start: $0.range.start, end: $0.range.end) }
    let own = policy.handoffs.blackouts.ranges.filter { concerns($0.regions) }
      .map { RederivedBlackout(start: $0.range.start, end: $0.range.end, price: $0.price?.micropoints) }
    return holidays + own
  }
}
