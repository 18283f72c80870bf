import PlanDocument
import Portfolio

/// Works out what the review needs to know about each account. Linear in accounts and activities.
struct PortfolioViewBuilder {
  private static let defaultPercentile = 75

  private let input: ReviewInput
  private let policy: Policy
  private let called: HoursCalledFor
  private let log: TouchLog?
  private let since: CalendarDate
  private let knowsTouches: Bool
  private let plannedMinutes: [String: Int64]?
  private let middle: ClosedRange<Int64>?
  private let positions: [String: Int]

  init(_ input: ReviewInput) {
    self.input = input
    var policy = input.portfolio.policy
    policy.effort = PortfolioViewBuilder.withThresholds(input.portfolio)
    self.policy = policy
    called = HoursCalledFor(policy: policy)
    since = input.portfolio.asOf.adding(days: -policy.review.periodDays)
    log = input.activities.map { [since] in TouchLog($0, period: since..<input.portfolio.asOf) }
    knowsTouches = input.hasTouchColumn || input.activities != nil
    plannedMinutes = input.plan.map { plan in
      Dictionary(
        plan.accounts.filter { !$0.estimated }.map { ($0.account, $0.effort) }, uniquingKeysWith: { first, _ in first })
    }
    middle = PortfolioViewBuilder.middle(input.portfolio)
    positions = Dictionary(
      input.portfolio.csms.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func build() -> PortfolioView {
    PortfolioView(
      portfolio: input.portfolio, effort: policy.effort, source: source, knowsTouches: knowsTouches,
      accounts: input.portfolio.accounts.map(view))
  }

  private var source: AttentionDocument.Source {
    log != nil ? .activity : plannedMinutes != nil ? .plan : .effort
  }

  private func view(_ account: Account) -> AccountView {
    let csm = account.csmID.flatMap { positions[$0] }
    let isPooled = csm.map { input.portfolio.csms[$0].kind == .pool } ?? false
    let posture = policy.effort.posture(of: account)
    let service = policy.review.service(posture)
    let lastTouch = [account.lastTouch, log?[account.id]?.last].compactMap { $0 }.max()
    let days = lastTouch.map { max(0, input.portfolio.asOf.days(since: $0)) }
    let churn = ChurnProbability(account, policy: policy)
    let given = minutesGiven(account)
    let called = minutesCalled(account, posture, isPooled)
    return AccountView(
      account: account, csm: csm, posture: posture, service: service,
      isMiddle: account.arr.map { middle?.contains($0.value) ?? false } ?? false, lastTouch: lastTouch,
      daysSinceTouch: days, isSilent: isSilent(days, service), signs: Signs(account, policy: policy), churn: churn,
      minutesGiven: given, minutesCalled: called, serviceCost: cost(given ?? called),
      lifetimeValue: churn.lifetimeValue(account.arr, years: policy.review.lifetimeYears))
  }

  private func isSilent(_ days: Int?, _ service: ReviewPolicy.ServiceLevel) -> Bool {
    guard knowsTouches else { return false }
    guard let days else { return true }
    return Int64(days) * 100 > Int64(service.cadenceDays) * policy.review.silentPercent
  }

  private func minutesGiven(_ account: Account) -> Int64? {
    if let log { return Month.minutes(log[account.id]?.minutes ?? 0, inDays: policy.review.periodDays) }
    if let plannedMinutes { return plannedMinutes[account.id] }
    return account.effort?.value
  }

  private func minutesCalled(_ account: Account, _ posture: Posture?, _ isPooled: Bool) -> Int64 {
    let steady = called.minutes(of: account, posture: posture, inPool: isPooled)
    guard log != nil else { return steady }
    return steady + called.eventMinutes(of: account, from: since, days: policy.review.periodDays)
  }

  /// Of a year, in whole currency, rounded half up.
  private func cost(_ minutes: Int64) -> Int64 { (minutes * 12 * policy.review.costPerHour.value + 30) / 60 }

  /// The thresholds of the policy; without any, value and potential are high in the upper quarter of all accounts.
  private static func withThresholds(_ portfolio: Portfolio) -> EffortPolicy {
    var effort = portfolio.policy.effort
    guard effort.postureValue == nil else { return effort }
    let values = portfolio.accounts.compactMap { $0.arr?.value }.sorted()
    let potentials = portfolio.accounts.compactMap { $0.potential?.value }.sorted()
    effort.postureValue = Percentile.of(values, defaultPercentile).map { PerTier(Money(max(1, $0))) }
    effort.posturePotential = Percentile.of(potentials, defaultPercentile).map { PerTier(Money(max(1, $0))) }
    return effort
  }

  private static func middle(_ portfolio: Portfolio) -> ClosedRange<Int64>? {
    let values = portfolio.accounts.compactMap { $0.arr?.value }.sorted()
    let review = portfolio.policy.review
    guard let low = Percentile.of(values, Int(review.middleLow)),
      let high = Percentile.of(values, Int(review.middleHigh))
    else { return nil }
    return low...max(low, high)
  }
}
