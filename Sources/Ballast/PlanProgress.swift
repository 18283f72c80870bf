public import PlanDocument

/// How far the search has come.
public struct PlanProgress: Sendable {
  public var moment: SearchMoment
  public var counts: SearchCounts

  public init(moment: SearchMoment, counts: SearchCounts) {
    self.moment = moment
    self.counts = counts
  }
}
