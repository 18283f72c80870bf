/// A number behind a finding; without a value it is not known.
public struct ReviewNumber: Sendable, Hashable, Codable {
  public enum Name: String, Sendable, Hashable, Codable, CaseIterable {
    case arr, potential, health, healthTrend, usageTrend, churnPercent, churnAtLeastPercent, valueAtRisk
    case valueAtRiskAtLeast, daysToDeadline, daysSince, daysSinceTouch, cadenceDays, minutesGiven, minutesCalled
    case minutesFreed, serviceCost, profit, lifetimeValue, sharePermille, previousPermille, limitPermille
    case unseenPermille, accounts, badSigns, goodSigns
  }

  public var name: Name
  /// Whole units: currency, minutes a month, days, percent or tenths of a percent, points of health.
  @ExplicitNull public var value: Int64?

  public init(_ name: Name, _ value: Int64?) {
    self.name = name
    self.value = value
  }
}
