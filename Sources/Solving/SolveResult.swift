package import OptionModel

/// The best plan of a solve and what is proved about it. Values are in micropoints.
package struct SolveResult: Sendable {
  /// Strictly feasible in exact integers; `nil` when none was found.
  package var selection: Selection?
  /// Of `selection`, exact.
  package var objective: Int64?
  /// The best lower bound, including what the backend claims; rounded down after its tolerance is subtracted.
  package var bound: Int64?
  /// What `proof` shows in exact integers, computed by the caller's `certify`.
  package var certifiedBound: Int64?
  package var proof: BoundProof?
  /// The best multipliers of the whole model: what the limits cost.
  package var multipliers: Multipliers?
  package var termination: TerminationReason
  package var statistics: SolveStatistics
  /// Plan and bounds against time, see `SolveHistory`; the last moment is that of this result.
  package var history: [SolveProgress] = []

  /// Relative gap to `bound`, as a fraction; see `Gap`.
  package var gap: Double? {
    guard let objective, let bound else { return nil }
    return Gap.fraction(objective: objective, bound: bound)
  }

  /// Relative gap to `certifiedBound`, as a fraction.
  package var certifiedGap: Double? {
    guard let objective, let certifiedBound else { return nil }
    return Gap.fraction(objective: objective, bound: certifiedBound)
  }
}
