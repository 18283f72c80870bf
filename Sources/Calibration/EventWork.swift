package import Portfolio

/// Work that falls on the days before the end of onboarding and before a renewal, see `EffortPolicy`.
package struct EventWork {
  private let policy: EffortPolicy

  package init(_ policy: EffortPolicy) { self.policy = policy }

  package func onboarding(_ account: Account, _ days: Range<CalendarDate>) -> Int64 {
    minutes(policy.onboarding, until: account.onboardingEnd, days)
  }

  package func renewal(_ account: Account, _ days: Range<CalendarDate>) -> Int64 {
    minutes(policy.renewal[account.tier], until: account.renewalDate, days)
  }

  /// Spread evenly over the `eventDays` days that end the day before `end`; the share of them that lies in `days`.
  private func minutes(_ total: Minutes, until end: CalendarDate?, _ days: Range<CalendarDate>) -> Int64 {
    guard let end, policy.eventDays > 0 else { return 0 }
    let first = max(end.adding(days: -policy.eventDays), days.lowerBound)
    let overlap = max(0, min(end, days.upperBound).days(since: first))
    return total.value * Int64(overlap) / Int64(policy.eventDays)
  }
}
