/// How the search went: plan and bounds against time.
///
/// At most some hundred moments: every improvement, thinned where there were many, so that a curve keeps its shape.
public struct SearchDocument: Sendable, Hashable, Codable {
  /// Of the search alone, without reading, checking and explaining.
  public var seconds: Double
  public var counts: SearchCounts
  public var history: SearchHistory

  public init(seconds: Double, counts: SearchCounts, history: SearchHistory) {
    self.seconds = seconds
    self.counts = counts
    self.history = history
  }
}
