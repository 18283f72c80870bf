import Portfolio

/// Section "Capacity".
extension Rederivation {
  /// cap(k, 0) ... cap(k, P).
  static func capacities(of csm: CSM, policy: Policy, calendar: RederivedCalendar) -> [Int64] {
    let monthly = csm.capacity?.value ?? policy.capacity.monthly.value * csm.ftePercent / 100
    let periods = (0..<calendar.periodCount).map { period in
      let shares = shareSum(
        of: csm, from: calendar.starts[period], to: calendar.starts[period + 1], policy: policy.capacity)
      return monthly * calendar.monthNumerator * shares
        / (100 * calendar.monthDenominator * calendar.days(in: period))
    }
    let tailDays = RederivedCalendar.days(from: calendar.end, to: calendar.tailEnd)
    let tailShares = shareSum(of: csm, from: calendar.end, to: calendar.tailEnd, policy: policy.capacity)
    return periods + [monthly * tailShares / (100 * max(1, tailDays))]
  }

  private static func shareSum(
    of csm: CSM, from: CalendarDate, to: CalendarDate, policy: CapacityPolicy
  ) -> Int64 {
    var sum: Int64 = 0
    var day = from
    while day < to {
      sum += share(of: csm, on: day, policy: policy)
      day = day.adding(days: 1)
    }
    return sum
  }

  /// share(k, d) in percent.
  private static func share(of csm: CSM, on day: CalendarDate, policy: CapacityPolicy) -> Int64 {
    if let first = csm.startDate, day < first { return 0 }
    if let last = csm.lastDay, day > last { return 0 }
    if let leave = csm.leave, leave.contains(day) { return 0 }
    guard let first = csm.startDate else { return 100 }
    let ramp = csm.ramp ?? policy.ramp
    let step = day.days(since: first) / max(1, policy.rampStepDays)
    return step < ramp.count ? ramp[step] : 100
  }

  /// The tail capacity by CSM of those that take part in the balance.
  var balancedCSMs: [Int] {
    csms.indices.filter { csm in
      isActive[csm] && !isDeparting[csm] && csms[csm].kind != .open
        && capacities[csm][calendar.periodCount] > 0
    }
  }
}
