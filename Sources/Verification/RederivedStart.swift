import Portfolio

/// A day on which a handoff may start, the moment that permits it, and what it costs.
struct RederivedStart: Sendable, Hashable {
  let start: CalendarDate
  let effective: CalendarDate
  /// Index of the moment, or `PlannedOption.forcedMoment`.
  let moment: Int16
  /// Moments, soft blackouts and shortening, in micropoints.
  let price: Int64

  var transition: DateRange { DateRange(start, through: effective) }

  /// The cheapest, then the earliest, then the first moment; the forced moment is the last.
  func isBetter(than other: RederivedStart) -> Bool {
    if price != other.price { return price < other.price }
    if start != other.start { return start < other.start }
    return rank < other.rank
  }

  private var rank: Int { moment == PlannedOption.forcedMoment ? .max : Int(moment) }
}
