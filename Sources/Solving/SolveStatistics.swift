/// Counts of one solve, for logs and benchmarks.
package struct SolveStatistics: Sendable, Hashable {
  package var seconds: Double = 0
  /// Work units spent, see `SolveBudget`.
  package var work: Int64 = 0
  package var localSearchSteps: Int64 = 0
  /// Branch-and-bound nodes of the whole model and of all neighbourhoods.
  package var nodes: Int64 = 0
  package var neighbourhoods: Int = 0
  package var improvedNeighbourhoods: Int = 0
  /// Options left for branch and bound after reduced-cost fixing.
  package var optionsAfterFixing: Int?
  /// Calls of the backend that failed (function and code); the solve went on without them.
  package var backendFailures: [String] = []

  package init() {}
}
