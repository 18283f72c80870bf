package import OptionModel

/// What came of a lexicographic solve.
package struct LevelsResult: Sendable {
  /// One level of the objective. Values are in micropoints.
  package struct Level: Sendable {
    /// Of the final selection.
    package var objective: Int64
    /// No selection that is at least as good as the final one on every level above costs less on this one; includes what
    /// the backend claims.
    package var bound: Int64?
    /// Proves a bound of the same meaning; the caps are the levels above at the objectives of the final selection.
    package var proof: CapProof?
    package var termination: TerminationReason
  }

  /// `nil` when none was found.
  package var selection: Selection?
  /// Empty without a selection.
  package var levels: [Level]
  /// Of the first level that is not optimal, or `optimal`.
  package var termination: TerminationReason
  package var work: Int64
  package var seconds: Double
}

extension LevelsResult {
  /// As the result of one solve in which all levels count together: nothing is proved about their sum.
  package func total(of model: OptionModel) -> SolveResult {
    var statistics = SolveStatistics()
    statistics.seconds = seconds
    statistics.work = work
    return SolveResult(
      selection: selection, objective: selection.map(model.objective(of:)), termination: termination,
      statistics: statistics)
  }
}
