import Portfolio

/// The share of a full working day that a CSM has on each day: start, ramp, leave, last day.
struct Availability {
  private let csm: CSM
  private let ramp: [Percent]
  private let stepDays: Int

  init(_ csm: CSM, policy: CapacityPolicy) {
    self.csm = csm
    ramp = csm.startDate == nil ? [] : csm.ramp ?? policy.ramp
    stepDays = max(1, policy.rampStepDays)
  }

  /// `share(k, d)` in percent.
  func share(on day: CalendarDate) -> Percent {
    if let lastDay = csm.lastDay, day > lastDay { return 0 }
    if let leave = csm.leave, leave.contains(day) { return 0 }
    guard let startDate = csm.startDate else { return 100 }
    let age = day.days(since: startDate)
    if age < 0 { return 0 }
    return age / stepDays < ramp.count ? ramp[age / stepDays] : 100
  }

  /// The sum of the shares over a span, in percent of a day.
  func total(over span: DaySpan) -> Int64 {
    guard !span.isEmpty else { return 0 }
    return (span.first...span.last).reduce(0) { $0 + share(on: CalendarDate(dayNumber: $1)) }
  }
}
