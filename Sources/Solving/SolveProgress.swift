/// Where a running solve stands, in micropoints.
package struct SolveProgress: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case construction
    case relaxation
    case localSearch
    case neighbourhoods
    case branchAndBound
  }

  /// Since the solve began.
  package let seconds: Double
  package let phase: Phase
  /// Of the best feasible selection so far.
  package let objective: Int64?
  /// The best lower bound, including what the backend claims.
  package let bound: Int64?
  /// What the multipliers prove in exact integers.
  package let certifiedBound: Int64?
}
