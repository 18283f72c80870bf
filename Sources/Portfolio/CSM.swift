/// A row of `csms.csv`: a person, a pool, or an open position.
public struct CSM: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case person, pool, open }

  /// How well a CSM knows a domain; a domain without a level is `working`.
  public enum ExpertiseLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    case basic, working, expert
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  public var id: String
  public var name: String?
  public var email: String?
  public var kind: Kind
  /// `false`: has left already; the accounts are orphans.
  public var active: Bool
  public var managerID: String?
  public var team: String?
  public var regions: [String]
  public var timeZone: String?
  /// Empty: no statement, so no language rule applies.
  public var languages: [String]
  public var domains: [String: ExpertiseLevel]
  /// Tiers they may hold; empty: all.
  public var tiers: [String]
  public var seniority: String?
  /// Productive minutes per month at full availability; `nil`: `capacity.hours_per_month` times `ftePercent`.
  public var capacity: Minutes?
  public var ftePercent: Percent
  public var maxAccounts: Int64?
  public var maxStrategic: Int64?
  public var maxAtRisk: Int64?
  public var maxARR: Money?
  public var startDate: CalendarDate?
  /// Ramp steps in percent from `startDate`; `nil`: the policy's; empty: none.
  public var ramp: [Percent]?
  /// First and last day of a leave.
  public var leave: DateRange?
  public var lastDay: CalendarDate?
  public var backfillCSMID: String?
  /// Handoffs per period; `nil`: the policy's slots.
  public var handoffsIn: Int64?
  public var handoffsOut: Int64?

  public init(id: String, regions: [String]) {
    self.id = id
    self.regions = regions
    kind = .person
    active = true
    languages = []
    domains = [:]
    tiers = []
    ftePercent = 100
  }

  public var displayName: String { name ?? id }
}
