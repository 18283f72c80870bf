import Foundation
import PlanDocument
import Solving

extension Planner {
  /// Everything about the run that another run would not repeat.
  func facts(
    _ request: PlanRequest, _ result: SolveResult, seconds: Duration, _ folder: String, isBoundUsable: Bool
  ) -> RunFacts {
    let (whole, fraction) = seconds.components
    let milliseconds = whole * 1000 + fraction / 1_000_000_000_000_000
    return RunFacts(
      version: BallastVersion.current, seconds: Double(milliseconds) / 1000,
      host: ProcessInfo.processInfo.hostName, createdAt: ISO8601DateFormatter().string(from: Date()),
      workspace: folder, seed: request.seed, work: result.statistics.work, solver: "GLPK",
      search: SearchDocument(result, isBoundUsable: isBoundUsable))
  }
}

extension SolveLimits {
  init(_ request: PlanRequest) {
    self.init(
      timeLimit: request.timeLimit, workLimit: request.workLimit, gap: request.gap,
      certified: request.certified, seed: request.seed)
  }
}

extension PlanProgress {
  init(_ progress: SolveProgress) {
    self.init(moment: SearchMoment(progress), counts: SearchCounts(progress.counts))
  }
}

extension Termination.Reason {
  init(_ reason: TerminationReason) {
    self =
      switch reason {
      case .optimal: .optimal
      case .gapReached: .gapReached
      case .timeLimit: .timeLimit
      case .workLimit: .workLimit
      case .interrupted: .interrupted
      case .infeasible: .infeasible
      case .backendFailed: .solverFailed
      }
  }
}
