/// The days from `start` up to and including `end`.
public struct DateRange: Sendable, Hashable {
  public var start: CalendarDate
  public var end: CalendarDate

  public init(_ start: CalendarDate, through end: CalendarDate) {
    self.start = start
    self.end = end
  }

  public func overlaps(_ other: DateRange) -> Bool { start <= other.end && other.start <= end }
  public func contains(_ date: CalendarDate) -> Bool { start <= date && date <= end }
}
