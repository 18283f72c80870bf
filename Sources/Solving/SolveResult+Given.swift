package import OptionModel

extension SolveResult {
  /// What is known of a selection that nobody searched for: that it is feasible, and what it costs.
  package init(given selection: Selection, objective: Int64) {
    self.init(
      selection: selection, objective: objective, termination: .gapReached, statistics: SolveStatistics())
  }
}
