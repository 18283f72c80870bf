/// What the search was doing.
public enum SearchPhase: String, Sendable, Hashable, Codable, CaseIterable {
  /// The first plan.
  case construction
  /// Bounds from relaxations.
  case relaxation
  /// Better plans, an account or two at a time.
  case localSearch
  /// Better plans, a block of accounts at a time.
  case neighbourhoods
  /// Better plans and bounds by cases.
  case branchAndBound
  /// The end; what follows changes nothing.
  case finished
}
