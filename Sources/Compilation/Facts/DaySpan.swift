import Portfolio

/// The days `first ... last` as day numbers; empty when `last < first`.
struct DaySpan: Sendable, Hashable {
  /// Far from every date of a portfolio, and far from the limits of `Int32`, so that weeks may be added to it.
  static let beginningOfTime: Int32 = -1_000_000_000
  static let endOfTime: Int32 = 1_000_000_000

  var first: Int32
  var last: Int32

  init(_ first: Int32, _ last: Int32) {
    self.first = first
    self.last = last
  }

  init(_ range: DateRange) { self.init(range.start.dayNumber, range.end.dayNumber) }

  var isEmpty: Bool { last < first }
  var count: Int { isEmpty ? 0 : Int(last) - Int(first) + 1 }

  func meets(_ other: DaySpan) -> Bool { max(first, other.first) <= min(last, other.last) }
  func contains(_ day: Int32) -> Bool { first <= day && day <= last }
  func intersection(_ other: DaySpan) -> DaySpan {
    DaySpan(max(first, other.first), min(last, other.last))
  }
}
