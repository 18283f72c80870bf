public import Portfolio

/// An account that no moment permits to move inside the horizon: what stands in the way, and what would open it.
public struct ClosedAccount: Sendable, Hashable, Codable {
  public enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
    case renewalNear = "renewal-near"
    case onboarding
    case recentHandoff = "recent-handoff"
    case turnOfYear = "turn-of-year"
    case holiday
    /// A range of days of the policy; `detail` is its reason.
    case range
    /// The incumbent is on leave.
    case leave
    /// Somebody deferred it in an answer to a plan.
    case deferred
    /// A moment cannot be placed; `detail` is the column that is empty.
    case missingDate = "missing-date"
    /// Every window lies before or after the horizon.
    case outsideHorizon = "outside-horizon"
    /// No moment is meant for the tier.
    case tier
    /// The accounts of a family have no moment in common.
    case family
  }

  public struct Obstacle: Sendable, Hashable, Codable {
    public var cause: Cause
    public var detail: String?
    /// `true`: without this one alone, a moment would be open inside the horizon; else absent.
    public var opens: Bool?
    public init(cause: Cause, detail: String? = nil, opens: Bool? = nil) {
      self.cause = cause
      self.detail = detail
      self.opens = opens
    }
  }

  public var account: String
  /// In the order of `Cause`.
  public var obstacles: [Obstacle]
  /// The first day within a year after the horizon on which a moment is open; absent where none is.
  public var opensOn: CalendarDate?

  public init(account: String, obstacles: [Obstacle], opensOn: CalendarDate? = nil) {
    self.account = account
    self.obstacles = obstacles
    self.opensOn = opensOn
  }
}
