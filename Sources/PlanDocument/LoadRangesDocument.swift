/// How much choice there was about the load of each CSM: what it could have been in a plan that is nearly as good.
public struct LoadRangesDocument: Sendable, Hashable, Codable {
  /// How much more such a plan may cost, as a fraction of the objective of this plan.
  public var within: Double
  /// In the order of the books.
  public var ranges: [LoadRange]
  /// CSMs for whom the time did not suffice, by id.
  public var unfinished: [String]

  public init(within: Double, ranges: [LoadRange], unfinished: [String]) {
    self.within = within
    self.ranges = ranges
    self.unfinished = unfinished
  }
}

/// Minutes per month after the horizon.
public struct LoadRange: Sendable, Hashable, Codable {
  public var csm: String
  public var planned: Int64
  /// The least and the most that a plan was found for.
  public var lowest: Int64
  public var highest: Int64
  /// No such plan has less or more: recomputed in exact integers. `nil` where nothing was proven.
  @ExplicitNull public var atLeast: Int64?
  @ExplicitNull public var atMost: Int64?

  public init(csm: String, planned: Int64, lowest: Int64, highest: Int64, atLeast: Int64?, atMost: Int64?) {
    self.csm = csm
    self.planned = planned
    self.lowest = lowest
    self.highest = highest
    self.atLeast = atLeast
    self.atMost = atMost
  }
}
