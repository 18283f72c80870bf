import Portfolio

/// Work that falls on the days before the end of onboarding and before a renewal.
struct EventEffort {
  private let policy: EffortPolicy
  private let timeline: Timeline

  init(_ policy: EffortPolicy, timeline: Timeline) {
    self.policy = policy
    self.timeline = timeline
  }

  /// Minutes from the first day of the horizon to the start of a period; each event is rounded on its own.
  func minutes(of account: Account, before period: Int) -> Int64 {
    if account.effort != nil && policy.includesEvents { return 0 }
    return minutes(policy.onboarding, until: account.onboardingEnd, before: period)
      + minutes(policy.renewal[account.tier], until: account.renewalDate, before: period)
  }

  private func minutes(_ total: Minutes, until end: CalendarDate?, before period: Int) -> Int64 {
    guard let end, policy.eventDays > 0 else { return 0 }
    let days = DaySpan(end.dayNumber - Int32(policy.eventDays), end.dayNumber - 1)
    let elapsed = DaySpan(timeline.boundaries[0], timeline.boundaries[period] - 1)
    return Exact.floor(
      total.value, times: Int64(days.intersection(elapsed).count), over: Int64(policy.eventDays))
  }
}
