/// Effort per month: strategic 20-30 h, enterprise 8-14 h, mid-market 3-5 h, small 0.5-2 h; +8-10 h over the first
/// 90 days of onboarding; +10-15 h per renewal cycle; multipliers +0.5 for health below 60, +0.3 for ARR above
/// 200k, +0.3 for onboarding (customer-success practitioners' published rules of thumb, middle of each range).
public struct EffortPolicy: Sendable, Hashable {
  /// Base of an estimate, per month.
  public var base = PerTier(
    Minutes(240),
    ["strategic": Minutes(1500), "enterprise": Minutes(660), "mid-market": Minutes(240), "small": Minutes(60)])
  /// `true`: given efforts already contain onboarding and renewal work.
  public var includesEvents = false
  /// Spread evenly over the `eventDays` days before the end of onboarding, or before the renewal.
  public var onboarding = Minutes(hours: 9)
  public var renewal = PerTier(
    Minutes(hours: 3), ["strategic": Minutes(hours: 15), "enterprise": Minutes(hours: 10), "small": Minutes(hours: 1)])
  public var eventDays = 90
  /// Additive percentages on the base of an estimate.
  public var onboardingPercent: Percent = 30
  public var lowHealthPercent: Percent = 50
  public var escalationPercent: Percent = 30
  public var highARRPercent: Percent = 30
  /// The high effort of accounts without one of their own, in percent of their effort.
  public var highPercent: Percent = 125
  /// Below this health an account is at risk.
  public var lowHealth = 60
  public var highARR = Money(200_000)
  /// Posture = value x potential; thresholds count as high. `nil`: no posture is applied. Percentiles of the policy have
  /// become amounts when the workspace was read.
  public var postureValue: PerTier<Money>?
  public var posturePotential: PerTier<Money>?
  public var investPercent: Percent = 20
  public var defendPercent: Percent = 0
  public var growPercent: Percent = 0
  public var servePercent: Percent = -30

  public init() {}
}

extension EffortPolicy {
  /// `nil` where no thresholds are given, or the account's value or potential is not known.
  public func posture(of account: Account) -> Posture? {
    guard let value = postureValue, let threshold = posturePotential, let arr = account.arr,
      let potential = account.potential
    else { return nil }
    return Posture(
      hasValue: arr >= value[account.tier], hasPotential: potential >= threshold[account.tier])
  }

  /// What the estimate of an account's effort grows by.
  public func percent(of posture: Posture) -> Percent {
    switch posture {
    case .invest: investPercent
    case .defend: defendPercent
    case .grow: growPercent
    case .serve: servePercent
    }
  }
}
