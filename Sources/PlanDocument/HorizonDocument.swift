public import Portfolio

public struct HorizonDocument: Sendable, Hashable, Codable {
  public struct Period: Sendable, Hashable, Codable {
    public var index: Int
    /// `Dec 2026`, `Week of 2026-12-07`.
    public var label: String
    public var start: CalendarDate
    /// Last day.
    public var end: CalendarDate
    public init(index: Int, label: String, start: CalendarDate, end: CalendarDate) {
      self.index = index
      self.label = label
      self.start = start
      self.end = end
    }
  }

  public var periods: [Period]
  /// Months for which the final book is weighed after the last period (period index = `periods.count`).
  public var tailMonths: Int
  /// Why weeks or months, where that was chosen by size.
  public var reason: String?
  public init(periods: [Period], tailMonths: Int, reason: String? = nil) {
    self.reason = reason
    self.periods = periods
    self.tailMonths = tailMonths
  }
}
