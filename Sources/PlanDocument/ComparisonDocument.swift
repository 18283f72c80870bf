/// Several plans side by side: the content of `comparison.json`, schema `ballast.comparison/1`. The first is what the
/// others are held against.
public struct ComparisonDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.comparison/1"

  public var schema: String = ComparisonDocument.currentSchema
  public var currency: String
  public var plans: [ComparedPlan]

  public init(currency: String, plans: [ComparedPlan]) {
    self.currency = currency
    self.plans = plans
  }
}

/// One plan of a comparison, or the reason why there is none.
public struct ComparedPlan: Sendable, Hashable, Codable {
  public enum Status: String, Sendable, Hashable, Codable {
    case planned
    /// The rules cannot all hold.
    case conflict
    /// The search ended without a plan.
    case noPlan = "no-plan"
    /// The scenario itself cannot be read or does not fit the workspace.
    case unusable
  }

  /// The load of one CSM in whole percent of capacity; `nil` without capacity.
  public struct Load: Sendable, Hashable, Codable {
    public var csm: String
    public var name: String?
    /// One per period, the steady state last.
    public var periods: [Int64?]
    public init(csm: String, name: String?, periods: [Int64?]) {
      self.csm = csm
      self.name = name
      self.periods = periods
    }
  }

  public var name: String
  public var why: String?
  public var changes: [String]
  public var status: Status
  /// Why there is no plan, one sentence each.
  public var reasons: [String]
  /// Path of plan.json, relative to the comparison where possible.
  public var plan: String?
  public var facts: Facts?

  public init(
    name: String, why: String? = nil, changes: [String] = [], status: Status, reasons: [String] = [],
    plan: String? = nil, facts: Facts? = nil
  ) {
    self.name = name
    self.why = why
    self.changes = changes
    self.status = status
    self.reasons = reasons
    self.plan = plan
    self.facts = facts
  }
}

extension ComparedPlan {
  /// What is compared, all of it read off the plan.
  public struct Facts: Sendable, Hashable, Codable {
    public var accounts: Int
    public var csms: Int
    public var objective: PointsValue
    public var objectiveByRule: [String: PointsValue]
    public var certifiedBound: PointsValue?
    public var certifiedGap: Double?
    /// Of a steady month, in whole percent of capacity.
    public var lowestUtilisation: Int64?
    public var highestUtilisation: Int64?
    /// CSMs above capacity in a steady month.
    public var overloaded: Int
    /// CSMs above capacity in some period.
    public var overloadedSometime: Int
    public var unassigned: Int
    /// Accounts that change hands, for whatever reason; of those by choice.
    public var moves: Int
    public var movesByChoice: Int
    /// Of the moves by choice.
    public var arrMoved: Int64
    /// Accounts at risk of the CSM with the fewest and the most.
    public var fewestAtRisk: Int
    public var mostAtRisk: Int
    public var shortages: Int
    /// Of the search; absent in a sweep, whose results are the same bytes on every machine.
    public var seconds: Double?
    public var loads: [Load]

    public init(
      accounts: Int, csms: Int, objective: PointsValue, objectiveByRule: [String: PointsValue],
      certifiedBound: PointsValue?, certifiedGap: Double?, lowestUtilisation: Int64?, highestUtilisation: Int64?,
      overloaded: Int, overloadedSometime: Int, unassigned: Int, moves: Int, movesByChoice: Int, arrMoved: Int64,
      fewestAtRisk: Int, mostAtRisk: Int, shortages: Int, seconds: Double?, loads: [Load]
    ) {
      self.accounts = accounts
      self.csms = csms
      self.objective = objective
      self.objectiveByRule = objectiveByRule
      self.certifiedBound = certifiedBound
      self.certifiedGap = certifiedGap
      self.lowestUtilisation = lowestUtilisation
      self.highestUtilisation = highestUtilisation
      self.overloaded = overloaded
      self.overloadedSometime = overloadedSometime
      self.unassigned = unassigned
      self.moves = moves
      self.movesByChoice = movesByChoice
      self.arrMoved = arrMoved
      self.fewestAtRisk = fewestAtRisk
      self.mostAtRisk = mostAtRisk
      self.shortages = shortages
      self.seconds = seconds
      self.loads = loads
    }
  }
}
