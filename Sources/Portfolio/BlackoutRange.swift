/// A range of days of one's own in which no handoff is in transition, or only at a price.
public struct BlackoutRange: Sendable, Hashable {
  public var range: DateRange
  /// Empty: every region.
  public var regions: [String]
  /// `nil`: banned.
  public var price: Points?
  public var reason: String
  public init(range: DateRange, regions: [String] = [], price: Points? = nil, reason: String) {
    self.range = range
    self.regions = regions
    self.price = price
    self.reason = reason
  }
}
