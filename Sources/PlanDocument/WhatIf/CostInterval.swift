/// What a cost, or the difference of two, certainly lies between, and what the plans that were found say.
public struct CostInterval: Sendable, Hashable, Codable {
  /// The difference between the plans that were found; may be negative.
  public var found: PointsValue
  /// From certified bounds; `nil` where there is none.
  public var atLeast: PointsValue?
  public var atMost: PointsValue?

  public init(found: PointsValue, atLeast: PointsValue?, atMost: PointsValue?) {
    self.found = found
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// How much more the best plan of one portfolio costs than the best plan of another, each known by a plan and a bound.
  public init(
    of cost: PointsValue, bound: PointsValue?, over other: PointsValue, otherBound: PointsValue?
  ) {
    found = PointsValue(micropoints: cost.micropoints - other.micropoints)
    atLeast = bound.map { PointsValue(micropoints: $0.micropoints - other.micropoints) }
    atMost = otherBound.map { PointsValue(micropoints: cost.micropoints - $0.micropoints) }
  }
}
