public struct RegionalRange: Sendable, Hashable {
  public var range: DateRange
  public var regions: [String]
  public var reason: String
  public init(range: DateRange, regions: [String] = [], reason: String) {
    self.range = range
    self.regions = regions
    self.reason = reason
  }
}
