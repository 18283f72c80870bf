public import Portfolio

/// Where an account stands in its life: what the person who takes it over has to know on the first day. Words are
/// those of `accounts.csv`; what was empty there is absent.
public struct AccountSituation: Sendable, Hashable, Codable {
  public var lifecycle: String?
  public var relationship: String?
  public var language: String?
  /// Since when the incumbent looks after it.
  public var csmSince: CalendarDate?
  public var onboardingEnd: CalendarDate?
  public var nextQBR: CalendarDate?
  public var lastTouch: CalendarDate?
  public var sponsorChangedOn: CalendarDate?
  public var segmentChangedOn: CalendarDate?
  /// `true` or absent.
  public var escalationOpen: Bool?
  public var escalationClosedOn: CalendarDate?

  public init() {}
}
