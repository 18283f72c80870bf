/// The policy of a portfolio. The value of `Policy()` is the default policy: an absent or empty `ballast.yaml`
/// means exactly this. Sources of the defaults are named beside them and in the policy reference.
public struct Policy: Sendable, Hashable {
  public var currency = "EUR"
  /// Vocabulary; empty means the union of what the files mention.
  public var regions: [RegionDefinition] = []
  public var tiers: [TierDefinition] = []
  public var domains: [NamedDefinition] = []
  public var horizon = HorizonPolicy()
  public var effort = EffortPolicy()
  public var capacity = CapacityPolicy()
  public var eligibility = EligibilityPolicy()
  public var books = BookPolicy()
  public var balance = BalancePolicy()
  public var continuity = ContinuityPolicy()
  public var handoffs = HandoffPolicy()
  /// First match wins.
  public var locks: [LockRule] = LockRule.defaults
  public var families = FamilyPolicy()
  public var coverage = CoveragePolicy()
  public var export = ExportPolicy()

  public init() {}
}

public struct RegionDefinition: Sendable, Hashable {
  public var name: String
  public var adjacent: [String]
  public init(name: String, adjacent: [String] = []) {
    self.name = name
    self.adjacent = adjacent
  }
}

public struct TierDefinition: Sendable, Hashable {
  public var name: String
  /// Counts against `max_strategic`. A tier not listed is strategic when its folded name is `strategic`.
  public var strategic: Bool
  public init(name: String, strategic: Bool) {
    self.name = name
    self.strategic = strategic
  }
}

public struct NamedDefinition: Sendable, Hashable {
  public var name: String
  public init(name: String) { self.name = name }
}

extension Policy {
  public func isStrategic(tier: String) -> Bool {
    let folded = TierName.folded(tier)
    if let listed = tiers.first(where: { TierName.folded($0.name) == folded }) { return listed.strategic }
    return folded == "strategic"
  }
}

public struct HorizonPolicy: Sendable, Hashable {
  public enum PeriodLength: String, Sendable, Hashable, CaseIterable { case week, month }

  public var start: CalendarDate?
  /// 1...52 periods.
  public var periods = 3
  public var period = PeriodLength.month
  /// How many months the final book is held and weighed after the last period, 1...36.
  public var tailMonths = 9
  /// Ranges in which no handoff is in transition; empty `regions`: everywhere.
  public var holidays: [RegionalRange] = []

  public init() {}
}

public struct RegionalRange: Sendable, Hashable {
  public var range: DateRange
  public var regions: [String]
  public var reason: String
  public init(range: DateRange, regions: [String] = [], reason: String) {
    self.range = range
    self.regions = regions
    self.reason = reason
  }
}

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
  /// Below this health an account is at risk.
  public var lowHealth = 60
  public var highARR = Money(200_000)
  /// Posture = value x potential; thresholds count as high. `nil`: no posture is applied.
  public var postureValue: Money?
  public var posturePotential: Money?
  public var investPercent: Percent = 20
  public var defendPercent: Percent = 0
  public var growPercent: Percent = 0
  public var servePercent: Percent = -30

  public init() {}
}

/// Productive hours 120-140 a month per FTE; green 70-85 %, amber to 90 %, red above (practitioners).
public struct CapacityPolicy: Sendable, Hashable {
  public var monthly = Minutes(hours: 130)
  /// In percent of the capacity of the period, not decreasing.
  public var targetLow: Percent = 70
  public var targetHigh: Percent = 85
  public var soft: Percent = 90
  public var hard: Percent = 100
  /// Per minute; of `over...` the slope that holds beyond the limit named, not decreasing.
  public var priceUnderTarget = Points(micropoints: 20_000)
  public var priceOverTarget = Points(micropoints: 100_000)
  public var priceOverSoft = Points(micropoints: 500_000)
  public var priceOverHard = Points(2)
  /// Ramp of a new CSM, one step each `rampStepDays` days from the start date; full afterwards.
  public var ramp: [Percent] = [25, 50, 75, 100]
  public var rampStepDays = 30
  /// Effort of an account looked after by a pool, in percent.
  public var poolEffort: Percent = 60

  public init() {}
}

public struct EligibilityPolicy: Sendable, Hashable {
  public enum Treatment: String, Sendable, Hashable, CaseIterable {
    /// New pairings are impossible; an inherited one is charged.
    case ban
    /// New and inherited pairings are charged.
    case price
    case off
  }

  public var region = Treatment.ban
  /// Per month that a pairing lasts.
  public var adjacentPrice = Points(60)
  public var regionPrice = Points(240)
  /// Level from which an account of the tier is served without loss.
  public var requiredLevel = PerTier(CSM.ExpertiseLevel.working)
  /// Extra effort with too low a level, or without the domain.
  public var weakPercent: Percent = 15
  public var missingPercent: Percent = 40
  public var weak = PerTier(Treatment.price)
  public var missing = PerTier(Treatment.price, ["strategic": .ban])
  /// Points per extra minute; one minute is worth one point.
  public var pricePerExtraMinute = Points(1)
  public var tier = Treatment.ban
  public var tierPrice = Points(240)
  public var language = Treatment.ban
  public var languagePrice = Points(240)
  public var forbidden: [Pairing] = []
  /// Charged per month while an inherited forbidden pair lasts.
  public var forbiddenPrice = Points(480)
  public var pins: [Pairing] = []

  public init() {}
}

/// An account and a CSM, with the reason a person gave.
public struct Pairing: Sendable, Hashable {
  public var accountID: String
  public var csmID: String
  public var reason: String?
  public init(accountID: String, csmID: String, reason: String? = nil) {
    self.accountID = accountID
    self.csmID = csmID
    self.reason = reason
  }
}

/// Limits on the final book of a CSM; a column of `csms.csv` wins over the policy; `nil`: no limit.
public struct BookPolicy: Sendable, Hashable {
  public struct SegmentShare: Sendable, Hashable {
    public enum Attribute: String, Sendable, Hashable, CaseIterable { case region, tier, domain }
    public var attribute: Attribute
    public var value: String
    /// Of the ARR of the book.
    public var percent: Percent
    public init(_ attribute: Attribute, _ value: String, percent: Percent) {
      self.attribute = attribute
      self.value = value
      self.percent = percent
    }
  }

  public var maxAccounts: Int64?
  public var maxStrategic: Int64?
  public var maxAtRisk: Int64?
  public var maxARR: Money?
  public var segmentShares: [SegmentShare] = []

  public init() {}
}

public struct BalancePolicy: Sendable, Hashable {
  /// Per minute and month of deviation from the share of the nominal hours.
  public var hoursPrice = Points(micropoints: 50_000)
  /// Per thousand of ARR and month of deviation.
  public var arrPrice = Points(micropoints: 20_000)

  public init() {}
}

/// A change of CSM costs 13-18 % of the customer's yearly spend when it goes wrong (practitioners); no figure per
/// tier is published: these are ours, in minutes of rebuilding.
public struct ContinuityPolicy: Sendable, Hashable {
  public var price = PerTier(
    Points(180),
    ["strategic": Points(720), "enterprise": Points(360), "mid-market": Points(180), "small": Points(60)])
  /// Added per full year with the incumbent, up to `maximumTenureYears`.
  public var percentPerYear: Percent = 10
  public var maximumTenureYears = 5
  /// Added when health is below `effort.lowHealth` or the relationship is at risk.
  public var atRiskPercent: Percent = 50
  /// Added per change of CSM in the last 12 months.
  public var percentPerChange: Percent = 25

  public init() {}
}

public struct FamilyPolicy: Sendable, Hashable {
  public enum Mode: String, Sendable, Hashable, CaseIterable { case together, price, off }
  public var mode = Mode.price
  /// Per member that ends with another CSM than the anchor of the family.
  public var splitPrice = Points(240)

  public init() {}
}

public struct CoveragePolicy: Sendable, Hashable {
  /// Per month without a CSM, plus `pricePerMinute` for each minute of monthly effort.
  public var unassignedPrice = PerTier(Points(3000))
  public var pricePerMinute = Points(10)
  /// Price of an uncovered leave, in percent of being unassigned for the same time.
  public var uncoveredLeavePercent: Percent = 10
  /// A shorter leave needs no cover.
  public var leaveDays = 14
  /// Once per account that is covered through a leave.
  public var coverPrice = Points(60)

  public init() {}
}

public struct ExportPolicy: Sendable, Hashable {
  /// Headers of `crm-load-*.csv`.
  public var idField = "Id"
  public var csmField = "CSM__c"
  public init() {}
}
