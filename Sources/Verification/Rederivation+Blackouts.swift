import Portfolio

/// Section "Blackouts of an account".
extension Rederivation {
  func blackouts(of index: Int) -> [RederivedBlackout] {
    let account = accounts[index]
    let all =
      renewalBlackouts(account) + onboardingBlackouts(account) + recentHandoffBlackouts(account)
      + turnsOfYear() + regionalBlackouts(account)
    return all.filter { !$0.isEmpty }
  }

  private func renewalBlackouts(_ account: Account) -> [RederivedBlackout] {
    guard let renewal = account.renewalDate else { return [] }
    let rules = policy.handoffs.blackouts
    let firstHardDay = renewal.adding(days: -rules.renewalHardDays)
    return [
      RederivedBlackout(start: firstHardDay, end: renewal.adding(days: -1)),
      RederivedBlackout(
        start: renewal.adding(days: -rules.renewalDays), end: firstHardDay.adding(days: -1),
        price: rules.renewalPrice.micropoints),
    ]
  }

  private func onboardingBlackouts(_ account: Account) -> [RederivedBlackout] {
    guard policy.handoffs.blackouts.onboarding else { return [] }
    if let end = account.onboardingEnd { return [RederivedBlackout(end: end)] }
    return account.lifecycle == .onboarding ? [RederivedBlackout()] : []
  }

  private func recentHandoffBlackouts(_ account: Account) -> [RederivedBlackout] {
    guard let since = account.csmSince else { return [] }
    return [
      RederivedBlackout(
        start: since, end: since.adding(days: policy.handoffs.blackouts.recentHandoffDays - 1))
    ]
  }

  private func turnsOfYear() -> [RederivedBlackout] {
    guard policy.handoffs.blackouts.turnOfYear else { return [] }
    // Transitions may run beyond the horizon, but not beyond the year after.
    let years = calendar.firstDay.components.year - 1...calendar.end.components.year + 1
    return years.map { year in
      RederivedBlackout(
        start: CalendarDate(year: year, month: 12, day: 15),
        end: CalendarDate(year: year + 1, month: 1, day: 5))
    }
  }

  private func regionalBlackouts(_ account: Account) -> [RederivedBlackout] {
    func concerns(_ regions: [String]) -> Bool { regions.isEmpty || regions.contains(account.region) }
    let holidays = policy.horizon.holidays.filter { concerns($0.regions) }
      .map { RederivedBlackout(start: $0.range.start, end: $0.range.end) }
    let own = policy.handoffs.blackouts.ranges.filter { concerns($0.regions) }
      .map { RederivedBlackout(start: $0.range.start, end: $0.range.end, price: $0.price?.micropoints) }
    return holidays + own
  }
}
