package import PlanDocument
package import Portfolio

/// Hours by CSM for four quarters of three months: steady work, renewals, onboarding, and growth where it is assumed.
///
/// With a calibration the effort of an account is the fitted estimate, also where one is given, because a log is better than
/// an opinion, but not in tiers that the log says too little about; without, efforts are those of the plan, up to the high ones. O(accounts + draws × cells of CSMs).
package struct Forecaster {
  private static let quarters = 4

  private let portfolio: Portfolio
  private let calibration: Calibration?
  private let coefficients: EffortCoefficients
  private let places: [String: Int]
  private let spans: [Range<CalendarDate>]

  package init(_ portfolio: Portfolio, _ calibration: Calibration?) {
    self.portfolio = portfolio
    self.calibration = calibration
    let tiers = calibration?.tiers ?? Set(portfolio.accounts.map(\.tier)).sorted()
    places = Dictionary(uniqueKeysWithValues: tiers.enumerated().map { ($1, $0) })
    coefficients = calibration?.fitted ?? EffortCoefficients(portfolio.policy.effort, tiers: tiers)
    let start = portfolio.asOf
    spans = (0..<Self.quarters).map { start.adding(months: 3 * $0)..<start.adding(months: 3 * $0 + 3) }
  }

  package func forecast() -> ForecastDocument {
    let books = Dictionary(grouping: portfolio.accounts) { $0.csmID ?? "" }
    var all = ForecastSum(spans)
    var rows: [ForecastDocument.Row] = []
    for csm in portfolio.csms {
      let sum = sum(books[csm.id] ?? [], pool: csm.kind == .pool)
      all.add(sum)
      let capacities = spans.map { capacity(csm, $0) }
      rows.append(ForecastDocument.Row(csm: csm.id, quarters: amounts(sum, capacities)))
    }
    if let orphans = books[""] {
      let sum = sum(orphans, pool: false)
      all.add(sum)
      rows.append(ForecastDocument.Row(csm: nil, quarters: amounts(sum, spans.map { _ in nil })))
    }
    let capacities = spans.indices.map { span in rows.compactMap { $0.quarters[span].capacity }.reduce(0, +) }
    return ForecastDocument(
      source: calibration == nil ? .policy : .calibration, growthPercent: portfolio.policy.review.growthPercent,
      quarters: spans.map { .init(from: $0.lowerBound, to: $0.upperBound.adding(days: -1)) },
      total: amounts(all, capacities), rows: rows)
  }

  private func sum(_ accounts: [Account], pool: Bool) -> ForecastSum {
    let policy = portfolio.policy
    let share = pool ? Double(policy.capacity.poolEffort) / 100 : 1
    var sum = ForecastSum(spans)
    for account in accounts {
      let cell = EffortCell(account, tier: places[account.tier] ?? 0, policy: policy.effort)
      let isFitted = calibration?.fittedTiers.contains(account.tier) ?? false
      let expected = isFitted ? nil : account.effort.map { Double($0.value) }
      if let expected {
        sum.add(minutes: expected * share)
      } else {
        sum.add(cell, onboardingUntil: account.onboardingEnd, share: share)
      }
      sum.add(above: above(account, expected ?? coefficients.minutes(cell)) * share)
      let hasEvents = expected == nil || !policy.effort.includesEvents
      sum.addEvents(account, hasEvents ? EventWork(policy.effort) : nil)
    }
    return sum
  }

  private func amounts(_ sum: ForecastSum, _ capacities: [Int64?]) -> [ForecastDocument.Amount] {
    let growth = spans.indices.map(growthShare)
    var result = sum.amounts(coefficients, growth: growth)
    let draws = sum.totals(calibration?.refits ?? [], growth: growth)
    let high = sum.high(coefficients, growth: growth)
    for span in spans.indices {
      result[span].capacity = capacities[span]
      if draws.isEmpty {
        result[span].high = Int64(high[span].rounded(.up))
      } else {
        let range = PercentileRange(draws.map { $0[span] })
        result[span].low = Int64(range.low.rounded(.down))
        result[span].high = Int64(range.high.rounded(.up))
      }
    }
    return result
  }

  /// How far the high effort of an account is above its expected one.
  private func above(_ account: Account, _ expected: Double) -> Double {
    let high =
      account.highEffort.map { Double($0.value) } ?? expected * Double(portfolio.policy.effort.highPercent) / 100
    return max(0, high - expected)
  }

  /// Linear over the year, as it is in the middle of the quarter.
  private func growthShare(_ span: Int) -> Double {
    Double(portfolio.policy.review.growthPercent) / 100 * (Double(span) + 0.5) / Double(Self.quarters)
  }

  private func capacity(_ csm: CSM, _ span: Range<CalendarDate>) -> Int64 {
    guard csm.active else { return 0 }
    let monthly = csm.capacity?.value ?? portfolio.policy.capacity.monthly.value * csm.ftePercent / 100
    var days = overlap(csm.startDate, csm.lastDay, span)
    if let leave = csm.leave {
      let start = max(leave.start, csm.startDate ?? leave.start)
      days -= overlap(start, min(leave.end, csm.lastDay ?? leave.end), span)
    }
    return Int64(Double(monthly) * Double(max(0, days)) / AverageMonth.days)
  }

  private func overlap(_ first: CalendarDate?, _ last: CalendarDate?, _ span: Range<CalendarDate>) -> Int {
    let start = max(first ?? span.lowerBound, span.lowerBound)
    let end = min(last?.adding(days: 1) ?? span.upperBound, span.upperBound)
    return max(0, end.days(since: start))
  }
}
