/// Why a solve ended. Whether there is a plan is told by `SolveResult.selection`, not by this.
package enum TerminationReason: String, Sendable, Hashable, CaseIterable {
  /// No selection is better: the bound meets the objective, or the backend's tree is exhausted (then up to the
  /// backend's tolerance, which `SolveResult.bound` has subtracted).
  case optimal
  /// The plan is as close to the bound as `SolveLimits` asks.
  case gapReached
  case timeLimit
  case workLimit
  case interrupted
  /// No selection keeps every hard limit; see `Solver` for when this is claimed.
  case infeasible
  /// The backend gave up before any limit was reached; plan and bounds stand. `SolveStatistics` has its message.
  case backendFailed
}
