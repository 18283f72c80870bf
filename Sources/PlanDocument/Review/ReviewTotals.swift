/// The figures of the whole portfolio.
public struct ReviewTotals: Sendable, Hashable, Codable {
  public var all = ReviewTally()
  /// Accounts whose ARR, potential, health, last touch, usage trend and sponsor are known.
  public var withARR = 0
  public var withPotential = 0
  public var withHealth = 0
  public var withTouch = 0
  public var withUsage = 0
  public var withSponsor = 0
  /// Accounts with at least one cause of risk: how many, their ARR, and the value at risk as far as it is known.
  public var atRisk = 0
  public var atRiskARR: Int64 = 0
  public var valueAtRisk: Int64 = 0
  /// Accounts with an open window, and their potential.
  public var windows = 0
  public var windowPotential: Int64 = 0
  /// High potential without a window: not healthy enough, or their health is not known.
  public var unqualified = 0
  public var qualificationNotKnown = 0
  /// Accounts overdue by the cadence of their posture, and accounts without any recorded touch.
  public var overdue = 0
  public var overdueARR: Int64 = 0
  public var neverSeen = 0
  public var neverSeenARR: Int64 = 0
  /// Accounts without a recorded touch within the period.
  public var untouched = 0
  public var untouchedARR: Int64 = 0
  /// Accounts whose service costs more than they bring, and the minutes a month a pool would free.
  public var costly = 0
  public var minutesFreed: Int64 = 0

  public init() {}
}
