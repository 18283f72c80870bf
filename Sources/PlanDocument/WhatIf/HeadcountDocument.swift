public import Portfolio

/// How many hires bring the plan inside the bands: the content of `headcount.json`, schema `ballast.headcount/1`.
public struct HeadcountDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.headcount/1"

  /// Somebody who could be hired.
  public struct Profile: Sendable, Hashable, Codable {
    public var id: String
    public var regions: [String]
    public var domains: [String]
    /// Empty: all.
    public var tiers: [String]
    /// Productive minutes per month.
    public var minutes: Int64
    public var startDate: CalendarDate?
    /// How many of them the answer hires.
    public var hires: Int
    public init(
      id: String, regions: [String], domains: [String], tiers: [String], minutes: Int64, startDate: CalendarDate?,
      hires: Int
    ) {
      self.id = id
      self.regions = regions
      self.domains = domains
      self.tiers = tiers
      self.minutes = minutes
      self.startDate = startDate
      self.hires = hires
    }
  }

  public enum Outcome: String, Sendable, Hashable, Codable {
    /// So many are enough.
    case enough
    /// Proven: with as many as may be hired, somebody stays above the band or some account without a CSM.
    case impossible
    /// Nothing was found that is enough, nor proven that nothing is.
    case undecided
  }

  public var schema: String = HeadcountDocument.currentSchema
  public var asOf: CalendarDate
  public var currency: String
  public var profiles: [Profile]
  /// How many may be hired.
  public var most: Int
  public var outcome: Outcome
  /// The smallest number found to be enough.
  public var hires: Int?
  /// Fewer than these are proven not to be enough.
  public var atLeast: Int
  /// In a steady month of the plan with these hires, or of the best one that was found: minutes above the band by CSM,
  /// and accounts without a CSM at the end.
  public var aboveBand: [String: Int64]
  public var unassigned: Int
  /// The cheapest plan with so many hires, by the prices of the policy.
  public var cost: PointsValue?
  public var costBound: PointsValue?
  /// The plan of the scenario with these hires, verified like any other.
  public var plan: ComparedPlan.Facts?
  /// Points per minute above the band in that scenario, where those of the policy do not keep everybody inside.
  public var raisedPrice: Int64?
  /// Minutes above the band in a steady month of that plan.
  public var planAboveBand: Int64?
  public var seconds: Double

  public init(asOf: CalendarDate, currency: String, profiles: [Profile], most: Int, outcome: Outcome) {
    self.asOf = asOf
    self.currency = currency
    self.profiles = profiles
    self.most = most
    self.outcome = outcome
    atLeast = 0
    aboveBand = [:]
    unassigned = 0
    seconds = 0
  }

  /// So many, and fewer are proven not to be enough.
  public var isProven: Bool { hires == atLeast }
}
