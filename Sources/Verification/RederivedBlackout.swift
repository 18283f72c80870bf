import Portfolio

/// A range of days in which an account is not in transition, or only at a price.
struct RederivedBlackout: Sendable, Hashable {
  /// `nil`: since ever.
  var start: CalendarDate?
  /// `nil`: for ever.
  var end: CalendarDate?
  /// In micropoints; `nil`: hard.
  var price: Int64?

  func meets(_ transition: DateRange) -> Bool {
    if let start, transition.end < start { return false }
    if let end, transition.start > end { return false }
    return true
  }

  /// A range whose last day is before its first.
  var isEmpty: Bool {
    guard let start, let end else { return false }
    return end < start
  }
}
