public struct HorizonPolicy: Sendable, Hashable {
  public enum PeriodLength: String, Sendable, Hashable, CaseIterable { case week, month }

  public var start: CalendarDate?
  /// 1...52 periods.
  public var periods = 3
  public var period = PeriodLength.month
  /// How many months the final book is held and weighed after the last period, 1...36.
  public var tailMonths = 9
  /// Ranges in which no handoff is in transition; empty `regions`: everywhere.
  public var holidays: [RegionalRange] = []

  public init() {}
}
