public struct HorizonPolicy: Sendable, Hashable {
  public enum PeriodLength: String, Sendable, Hashable, CaseIterable { case week, month }

  public var start: CalendarDate?
  /// 1...52 periods.
  public var periods = 3
  public var period = PeriodLength.month
  /// Why the periods are what they are, where that was chosen by size.
  public var reason: String?
  /// How many months the final book is held and weighed after the last period, 1...36.
  public var tailMonths = 9
  /// Ranges in which no handoff is in transition; empty `regions`: everywhere.
  public var holidays: [RegionalRange] = []

  public init() {}
}

extension HorizonPolicy {
  /// Above so many pairs of account and CSM the weeks of a quarter make a model whose plans are proved worse than those of
  /// months (decision 0016).
  public static let mostPairsForWeeks = 60

  /// Weeks where the portfolio is small, else months, over the same time; `periods` counts months before.
  public mutating func choosePeriods(accounts: Int, csms: Int) {
    let pairs = accounts * csms
    let isSmall = pairs <= HorizonPolicy.mostPairsForWeeks
    let size = "\(accounts) accounts times \(csms) CSMs are \(pairs) pairs"
    if isSmall {
      period = .week
      // A month has 365 / 84 weeks.
      periods = min(52, (periods * 365 + 42) / 84)
      reason = "Weeks, because \(size), at most \(HorizonPolicy.mostPairsForWeeks)."
    } else {
      period = .month
      reason = "Months, because \(size), more than \(HorizonPolicy.mostPairsForWeeks)."
    }
  }
}
