package import Portfolio

/// Periods, horizon and tail of a plan, in day numbers.
package struct Timeline: Sendable, Hashable {
  /// `b(0) ... b(P)`, then the day after the tail.
  package let boundaries: [Int32]
  package let periodCount: Int
  /// `T`: how many months the final book is weighed after the last period.
  package let tailMonths: Int64
  /// The length of a period in months is `monthsNumerator / monthsDenominator`.
  package let monthsNumerator: Int64
  package let monthsDenominator: Int64

  package init(asOf: CalendarDate, horizon: HorizonPolicy) {
    periodCount = max(1, horizon.periods)
    tailMonths = Int64(max(1, horizon.tailMonths))
    let isMonthly = horizon.period == .month
    (monthsNumerator, monthsDenominator) = isMonthly ? (1, 1) : (84, 365)
    var days = (0...periodCount).map { isMonthly ? asOf.adding(months: $0) : asOf.adding(days: 7 * $0) }
    days.append(days[periodCount].adding(months: Int(tailMonths)))
    boundaries = days.map(\.dayNumber)
  }

  /// `b(p)`; period `P` is the tail.
  package func start(ofPeriod period: Int) -> CalendarDate { CalendarDate(dayNumber: boundaries[period]) }

  /// First and last day of period `p`; period `P` is the tail.
  package func dates(ofPeriod period: Int) -> DateRange {
    DateRange(start(ofPeriod: period), through: start(ofPeriod: period + 1).adding(days: -1))
  }

  /// `n(p)`.
  package func dayCount(ofPeriod period: Int) -> Int64 {
    Int64(boundaries[period + 1]) - Int64(boundaries[period])
  }

  /// The period of a day inside the horizon; `nil` outside.
  package func period(of date: CalendarDate) -> Int? {
    (0..<periodCount).first { span(ofPeriod: $0).contains(date.dayNumber) }
  }

  var horizon: DaySpan { DaySpan(boundaries[0], boundaries[periodCount] - 1) }

  func span(ofPeriod period: Int) -> DaySpan { DaySpan(boundaries[period], boundaries[period + 1] - 1) }

  /// How many days of a period lie in a span.
  func days(of period: Int, in span: DaySpan) -> Int64 {
    max(0, Int64(min(boundaries[period + 1] - 1, span.last)) - Int64(max(boundaries[period], span.first)) + 1)
  }

  /// `held(price, periods, tail)`: the charge for months that a pairing lasts, in micropoints.
  func held(_ price: Int64, periods: Int, tail: Bool) -> Int64 {
    let months = Int64(periods) * monthsNumerator + (tail ? tailMonths * monthsDenominator : 0)
    return Exact.floor(price, times: months, over: monthsDenominator)
  }
}
