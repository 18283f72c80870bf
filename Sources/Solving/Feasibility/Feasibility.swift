package import OptionModel

/// Whether the hard limits of a model can all be kept.
package enum Feasibility: Sendable {
  /// By this selection, in exact integers.
  case feasible(Selection)
  /// By no selection.
  case infeasible(InfeasibilityProof)
  /// Neither was found within the limits.
  case undecided
}

/// What shows that no selection keeps all hard limits.
package enum InfeasibilityProof: Sendable, Hashable {
  /// One limit alone lies outside everything that the groups can add up to.
  case singleLimit
  /// The limits, weighed by multipliers and added up, contradict each other (Farkas); in exact integers.
  case multipliers
  /// A distinction of so many cases, in each of which multipliers show it; in exact integers.
  case cases(Int)
  /// The backend searched everything, in floating point.
  case search

  package var isExact: Bool { self != .search }
}
