public import Portfolio

/// The book of a CSM before and after, and the load on the way.
public struct BookDocument: Sendable, Hashable, Codable {
  public struct Side: Sendable, Hashable, Codable {
    public var accounts: Int
    public var strategic: Int
    public var atRisk: Int
    public var arr: Int64
    /// Renewals inside the horizon.
    public var renewals: Int
    /// Minutes per month of the book held (expertise and pool factors included).
    public var minutes: Int64
    public init(accounts: Int, strategic: Int, atRisk: Int, arr: Int64, renewals: Int, minutes: Int64) {
      self.accounts = accounts
      self.strategic = strategic
      self.atRisk = atRisk
      self.arr = arr
      self.renewals = renewals
      self.minutes = minutes
    }
  }

  /// One per period and one for the tail.
  public struct Period: Sendable, Hashable, Codable {
    public var period: Int
    public var capacity: Int64
    /// Load if nothing moved, load under the plan.
    public var inheritedMinutes: Int64
    public var minutes: Int64
    public var targetLow: Int64
    public var targetHigh: Int64
    public var soft: Int64
    /// max(hard limit, inherited load).
    public var hard: Int64
    public var handoffsIn: Int
    public var handoffsOut: Int
    public init(
      period: Int, capacity: Int64, inheritedMinutes: Int64, minutes: Int64, targetLow: Int64, targetHigh: Int64,
      soft: Int64, hard: Int64, handoffsIn: Int, handoffsOut: Int
    ) {
      self.period = period
      self.capacity = capacity
      self.inheritedMinutes = inheritedMinutes
      self.minutes = minutes
      self.targetLow = targetLow
      self.targetHigh = targetHigh
      self.soft = soft
      self.hard = hard
      self.handoffsIn = handoffsIn
      self.handoffsOut = handoffsOut
    }
  }

  public var csm: String
  public var name: String?
  public var kind: String
  public var team: String?
  public var regions: [String]
  public var startDate: CalendarDate?
  public var lastDay: CalendarDate?
  public var before: Side
  public var after: Side
  public var periods: [Period]
  public var email: String?
  public var manager: String?
  /// Domain to level: `basic`, `working`, `expert`.
  public var domains: [String: String]?
  /// First and last day of a leave.
  public var leaveStart: CalendarDate?
  public var leaveEnd: CalendarDate?

  public init(
    csm: String, name: String?, kind: String, team: String?, regions: [String], startDate: CalendarDate?,
    lastDay: CalendarDate?, before: Side, after: Side, periods: [Period]
  ) {
    self.csm = csm
    self.name = name
    self.kind = kind
    self.team = team
    self.regions = regions
    self.startDate = startDate
    self.lastDay = lastDay
    self.before = before
    self.after = after
    self.periods = periods
  }
}
