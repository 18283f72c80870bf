/// Where a running solve stands, in micropoints.
package struct SolveProgress: Sendable, Hashable {
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case construction
    case relaxation
    case localSearch
    case neighbourhoods
    case branchAndBound
    /// The last word of a solve: nothing changes any more.
    case finished
  }

  /// Since the solve began.
  package let seconds: Double
  package let phase: Phase
  /// Of the best feasible selection so far.
  package let objective: Int64?
  /// The best lower bound, including what the backend claims.
  package let bound: Int64?
  /// What is proved in exact integers, whatever the form of the proof.
  package let certifiedBound: Int64?
  package let counts: SolveTally.Counts

  /// Relative gap to `bound`, as a fraction; see `Gap`.
  package var gap: Double? { gap(to: bound) }

  /// Relative gap to `certifiedBound`, as a fraction.
  package var certifiedGap: Double? { gap(to: certifiedBound) }

  private func gap(to bound: Int64?) -> Double? {
    guard let objective, let bound else { return nil }
    return Gap.fraction(objective: objective, bound: bound)
  }
}
