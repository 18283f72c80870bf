/// What the portfolio review calls silent, at risk, under-served or concentrated. No figures are published for most of
/// it; the defaults are ours unless a source is named.
public struct ReviewPolicy: Sendable, Hashable {
  /// How often an account of a posture is looked at, and by whom.
  public struct ServiceLevel: Sendable, Hashable {
    public var cadenceDays: Int
    /// Seniorities that may hold it; empty: any.
    public var seniorities: [String]
    /// Whether a pool may hold it.
    public var pool: Bool

    public init(cadenceDays: Int, seniorities: [String] = [], pool: Bool) {
      self.cadenceDays = cadenceDays
      self.seniorities = seniorities
      self.pool = pool
    }
  }

  /// The probability, in percent, that an account leaves within a year: one of four by health, and additions.
  public struct Churn: Sendable, Hashable {
    public var healthy: Percent = 5
    public var fair: Percent = 10
    public var low: Percent = 20
    public var critical: Percent = 35
    public var usageFalling: Percent = 10
    public var healthFalling: Percent = 5
    public var sponsor: Percent = 10
    public var escalation: Percent = 5
    public init() {}
  }

  /// Largest shares of the ARR of the portfolio, in percent; `nil`: no limit.
  public struct Concentration: Sendable, Hashable {
    public var tier: Percent?
    public var region: Percent?
    public var domain: Percent? = 50
    public var marketSegment: Percent? = 50
    public var csm: Percent?
    /// A customer above 10 % of revenue is one that companies must report (FASB ASC 280-10-50-42).
    public var account: Percent? = 10
    /// Below this share a segment is small, and may be neglected.
    public var small: Percent = 10
    public init() {}
  }

  /// What is looked back on: touches, hours given.
  public var periodDays = 90
  public var services: [Posture: ServiceLevel] = [
    .invest: ServiceLevel(cadenceDays: 30, pool: false), .defend: ServiceLevel(cadenceDays: 45, pool: false),
    .grow: ServiceLevel(cadenceDays: 60, pool: true), .serve: ServiceLevel(cadenceDays: 90, pool: true),
  ]
  /// Of accounts without a posture, because their value or their potential is not known.
  public var unmapped = ServiceLevel(cadenceDays: 60, pool: true)
  /// Silent: longer without a touch than this share of the cadence.
  public var silentPercent: Percent = 150
  /// A trend of usage in percent, or of health in points, counts from here on.
  public var trendAtLeast: Int64 = 10
  public var goodHealth = 75
  public var criticalHealth = 40
  public var renewalDays = 90
  public var transitionDays = 90
  /// How far ahead an expansion window may open.
  public var windowDays = 120
  /// Within so many days a finding is to be acted on, unless a deadline comes first.
  public var actWithinDays = 14
  /// The middle: ARR between these percentiles.
  public var middleLow: Percent = 25
  public var middleHigh: Percent = 75
  /// Hours given below or above so much of the hours called for, and by at least so many minutes a month.
  public var underPercent: Percent = 70
  public var overPercent: Percent = 150
  public var gapAtLeast = Minutes(30)
  /// What an hour of a CSM costs: 125,000 a year for 12 months of 130 hours.
  public var costPerHour = Money(80)
  public var lifetimeYears = 5
  /// What work is assumed to grow by in a year, beside what is known: nothing, unless somebody says so.
  public var growthPercent: Percent = 0
  public var churn = Churn()
  public var concentration = Concentration()
  public var criteria: [ReviewCriterion] = ReviewCriterion.defaults

  public init() {}

  /// The service level of a posture; `nil`: that of unmapped accounts.
  public func service(_ posture: Posture?) -> ServiceLevel { posture.flatMap { services[$0] } ?? unmapped }
}
