/// How a backend call ended.
package enum BackendStatus: Sendable, Hashable {
  /// The relaxation is optimal, or the tree is exhausted with a solution.
  case optimal
  /// The backend found that no point is feasible. A claim in floating point, not a proof.
  case infeasible
  /// The requested gap holds.
  case gapReached
  /// The limit of nodes or of work is reached.
  case workLimit
  case timeLimit
  case interrupted
  /// The backend gave up; the text names the function and its code.
  case failed(String)

  /// Whether there is nothing left to do, rather than no time or no way to do it.
  package var isAnswer: Bool {
    switch self {
    case .optimal, .infeasible, .gapReached: true
    case .workLimit, .timeLimit, .interrupted, .failed: false
    }
  }
}
