/// A customer account as read from `accounts.csv`: canonical vocabulary, integer units, `nil` for an empty cell.
public struct Account: Sendable, Hashable {
  public enum Lifecycle: String, Sendable, Hashable, CaseIterable {
    case onboarding, adopting, mature, renewing, churning
  }

  public enum Relationship: String, Sendable, Hashable, CaseIterable {
    case partnership, recurring, occasional
    case atRisk = "at-risk"
  }

  /// Whether somebody at the customer still speaks for the product.
  public enum Sponsor: String, Sendable, Hashable, Codable, CaseIterable {
    case active, quiet, gone
  }

  /// What is happening to the customer's company.
  public enum Transition: String, Sendable, Hashable, Codable, CaseIterable {
    case merger, acquisition, reorganisation, relocation
  }

  public var id: String
  public var name: String?
  public var parentID: String?
  /// The incumbent; `nil` when nobody looks after the account.
  public var csmID: String?
  public var arr: Money?
  public var tier: String
  public var region: String
  public var timeZone: String?
  public var language: String?
  /// Required domain expertise, in file order without repetition.
  public var domains: [String]
  /// Steady effort per month; `nil` means Ballast estimates it and says so.
  public var effort: Minutes?
  /// What a bad month takes, where that is known; at least the effort.
  public var highEffort: Minutes?
  /// 0...100.
  public var health: Int?
  public var potential: Money?
  /// In points of health.
  public var healthTrend: Trend?
  /// In percent.
  public var usageTrend: Trend?
  public var sponsor: Sponsor?
  public var transition: Transition?
  public var transitionOn: CalendarDate?
  public var marketSegment: String?
  /// The next goal agreed with the customer, and its day.
  public var nextGoal: String?
  public var goalDue: CalendarDate?
  public var lifecycle: Lifecycle?
  public var relationship: Relationship?
  public var renewalDate: CalendarDate?
  public var onboardingEnd: CalendarDate?
  public var nextQBR: CalendarDate?
  public var csmSince: CalendarDate?
  public var csmChanges12Months: Int?
  public var lastTouch: CalendarDate?
  public var sponsorChangedOn: CalendarDate?
  public var segmentChangedOn: CalendarDate?
  public var escalationOpen: Bool
  public var escalationClosedOn: CalendarDate?
  public var pinnedCSMID: String?
  public var lockReason: String?
  public var poolOK: Bool

  public init(id: String, tier: String, region: String, csmID: String? = nil) {
    self.id = id
    self.tier = tier
    self.region = region
    self.csmID = csmID
    domains = []
    escalationOpen = false
    poolOK = false
  }

  /// The name where there is one, else the id.
  public var displayName: String { name ?? id }
}
