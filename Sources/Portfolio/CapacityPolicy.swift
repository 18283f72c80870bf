/// Productive hours 120-140 a month per FTE; green 70-85 %, amber to 90 %, red above (practitioners).
public struct CapacityPolicy: Sendable, Hashable {
  public var monthly = Minutes(hours: 130)
  /// In percent of the capacity of the period, not decreasing.
  public var targetLow: Percent = 70
  public var targetHigh: Percent = 85
  public var soft: Percent = 90
  public var hard: Percent = 100
  /// Per minute; of `over...` the slope that holds beyond the limit named, not decreasing.
  public var priceUnderTarget = Points(micropoints: 20_000)
  public var priceOverTarget = Points(micropoints: 100_000)
  public var priceOverSoft = Points(micropoints: 500_000)
  public var priceOverHard = Points(2)
  /// Ramp of a new CSM, one step each `rampStepDays` days from the start date; full afterwards.
  public var ramp: [Percent] = [25, 50, 75, 100]
  public var rampStepDays = 30
  /// Effort of an account looked after by a pool, in percent.
  public var poolEffort: Percent = 60
  /// So many accounts of each CSM may need their high effort at once without anybody coming above the hard limit.
  public var robustAccounts: Int64 = 0

  public init() {}
}
