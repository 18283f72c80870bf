public struct BlackoutPolicy: Sendable, Hashable {
  /// Before a renewal: priced from `renewalDays` on, banned from `renewalHardDays` on (90 and 60; practitioners).
  public var renewalDays = 90
  public var renewalHardDays = 60
  public var renewalPrice = Points(120)
  /// Until the end of onboarding.
  public var onboarding = true
  /// Days after `csm_since` in which an account does not change hands again.
  public var recentHandoffDays = 90
  /// 15 December to 5 January.
  public var turnOfYear = true
  public var ranges: [BlackoutRange] = []
  /// Ids of accounts that no blackout concerns.
  public var exempt: [String] = []

  public init() {}
}
