import Portfolio

/// Section "Time" of the formulation: periods, tail, and the length of a period in months.
struct RederivedCalendar: Sendable {
  /// b(0) ... b(P).
  let starts: [CalendarDate]
  /// The day after the last day of the tail.
  let tailEnd: CalendarDate
  /// M = Mnum / Mden.
  let monthNumerator: Int64
  let monthDenominator: Int64
  /// T.
  let tailMonths: Int64

  init(asOf: CalendarDate, horizon: HorizonPolicy) {
    let weekly = horizon.period == .week
    starts = (0...max(0, horizon.periods)).map { period in
      weekly ? asOf.adding(days: 7 * period) : asOf.adding(months: period)
    }
    tailEnd = starts[starts.count - 1].adding(months: horizon.tailMonths)
    monthNumerator = weekly ? 84 : 1
    monthDenominator = weekly ? 365 : 1
    tailMonths = Int64(horizon.tailMonths)
  }

  /// P, which is also the index of the tail.
  var periodCount: Int { starts.count - 1 }
  var firstDay: CalendarDate { starts[0] }
  /// The day after the horizon.
  var end: CalendarDate { starts[periodCount] }

  /// n(p).
  func days(in period: Int) -> Int64 { Int64(starts[period + 1].days(since: starts[period])) }

  /// |days of p that lie in `from ..< to`|.
  func days(in period: Int, from: CalendarDate, to: CalendarDate) -> Int64 {
    Self.days(from: max(from, starts[period]), to: min(to, starts[period + 1]))
  }

  /// |days of the horizon that lie in `from ..< to`|.
  func horizonDays(from: CalendarDate, to: CalendarDate) -> Int64 {
    Self.days(from: max(from, firstDay), to: min(to, end))
  }

  func period(of day: CalendarDate) -> Int? {
    (0..<periodCount).first { starts[$0] <= day && day < starts[$0 + 1] }
  }

  static func days(from: CalendarDate, to: CalendarDate) -> Int64 { max(0, Int64(to.days(since: from))) }

  /// held(pi, periods, tail): a price per month over some periods and perhaps the tail.
  func held(_ price: Int64, periods: Int, tail: Bool) -> Int64 {
    let months = Int64(periods) * monthNumerator + (tail ? tailMonths * monthDenominator : 0)
    return price * months / monthDenominator
  }
}
