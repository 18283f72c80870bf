package import Portfolio

/// Work and capacity as numbers: what an account needs, what it costs a given CSM, and what each CSM has.
package struct EffortBook: Sendable {
  package let periodCount: Int
  /// `e(a)`, minutes per month.
  package let nominal: [Int64]
  /// By account: no effort was given, so `nominal` is an estimate.
  package let isEstimated: [Bool]
  /// `C(a, p)` for `p = 0 ... P`, account-major.
  private let cumulative: [Int64]
  /// `cap(k, p)` for `p = 0 ... P`, CSM-major.
  private let capacities: [Int64]
  /// `f(a, k)` by CSM, in percent.
  private let factors: [Int64]
  private let expertise: ExpertiseTable
  private let policy: CapacityPolicy

  /// - Parameter isHigh: the high effort of every account instead of the expected one.
  init(_ portfolio: Portfolio, timeline: Timeline, expertise: ExpertiseTable, isHigh: Bool = false) {
    let estimate = EffortEstimate(portfolio.policy.effort)
    let events = EventEffort(portfolio.policy.effort, timeline: timeline)
    let estimates = portfolio.accounts.map(estimate.minutes(of:))
    periodCount = timeline.periodCount
    self.expertise = expertise
    policy = portfolio.policy.capacity
    nominal = zip(portfolio.accounts, estimates).map { account, estimate in
      let expected = account.effort?.value ?? estimate
      guard isHigh else { return expected }
      return max(
        expected,
        account.highEffort?.value ?? Exact.floor(expected, times: portfolio.policy.effort.highPercent, over: 100))
    }
    isEstimated = portfolio.accounts.map { $0.effort == nil }
    cumulative = zip(portfolio.accounts, nominal).flatMap { account, effort in
      (0...timeline.periodCount).map { period in
        Exact.floor(
          effort, times: timeline.monthsNumerator * Int64(period), over: timeline.monthsDenominator)
          + events.minutes(of: account, before: period)
      }
    }
    factors = portfolio.csms.map { $0.kind == .pool ? portfolio.policy.capacity.poolEffort : 100 }
    capacities = portfolio.csms.flatMap { EffortBook.capacities(of: $0, timeline, portfolio.policy.capacity) }
  }

  private static func capacities(of csm: CSM, _ timeline: Timeline, _ policy: CapacityPolicy) -> [Int64] {
    let monthly = csm.capacity?.value ?? policy.monthly.value * csm.ftePercent / 100
    let availability = Availability(csm, policy: policy)
    return (0...timeline.periodCount).map { period in
      let days = timeline.dayCount(ofPeriod: period)
      let total = availability.total(over: timeline.span(ofPeriod: period))
      guard period < timeline.periodCount else { return Exact.floor(monthly, times: total, over: 100 * days) }
      return Exact.floor(
        monthly, times: timeline.monthsNumerator * total, over: 100 * timeline.monthsDenominator * days)
    }
  }

  /// `C(a, p)`: nominal minutes from the first day to the start of period `p`.
  package func cumulative(account: Int, before period: Int) -> Int64 {
    cumulative[account * (periodCount + 1) + period]
  }

  /// Minutes per month of an account with a CSM of full expertise: `floor(e f / 100)`.
  package func minutesWithExpertise(account: Int, csm: Int) -> Int64 { nominal[account] * factors[csm] / 100 }

  /// `F(a, k)`, in hundredths of a percent.
  package func factor(account: Int, csm: Int) -> Int64 {
    factors[csm] * (100 + expertise.percent(account: account, csm: csm))
  }

  /// `x(a, k)` in percent.
  package func expertisePercent(account: Int, csm: Int) -> Int64 {
    expertise.percent(account: account, csm: csm)
  }

  /// `L(a, k, p)`: minutes of a CSM who holds the account for a whole period; in the tail per month.
  package func load(account: Int, csm: Int, period: Int) -> Int64 {
    let factor = factor(account: account, csm: csm)
    guard period < periodCount else { return nominal[account] * factor / 10_000 }
    let base = account * (periodCount + 1) + period
    return cumulative[base + 1] * factor / 10_000 - cumulative[base] * factor / 10_000
  }

  /// `cap(k, p)`.
  package func capacity(csm: Int, period: Int) -> Int64 { capacities[csm * (periodCount + 1) + period] }

  /// The hard limit of a CSM in a period if the row said another monthly capacity, in minutes.
  package func hardLimit(withMonthly capacity: Minutes, of csm: CSM, _ period: Int, _ timeline: Timeline) -> Int64 {
    var changed = csm
    changed.capacity = capacity
    return CapacityBand(capacity: EffortBook.capacities(of: changed, timeline, policy)[period], policy: policy).hard
  }

  /// The loads at which the price of hours changes.
  package func band(csm: Int, period: Int) -> CapacityBand {
    CapacityBand(capacity: capacity(csm: csm, period: period), policy: policy)
  }
}
