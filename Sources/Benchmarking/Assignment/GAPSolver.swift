import GLPKBackend
import OptionModel
import Solving
import Verification

/// Solves instances of the generalised assignment problem with the engine of the plans.
package struct GAPSolver: Sendable {
  private let limits: SolveLimits

  /// - Parameter certified: stop only when the certified bound proves the optimum.
  package init(timeLimit: Duration?, workLimit: Int64? = nil, certified: Bool = false, seed: UInt64 = 1) {
    // Less than a unit apart is equal: objectives are whole units.
    limits = SolveLimits(
      timeLimit: timeLimit, workLimit: workLimit, gap: 0, absoluteGap: GAPModel.micropointsPerUnit - 1,
      certified: certified, seed: seed)
  }

  /// - Throws: what the engine throws, or `RejectedAssignment` when the independent check finds fault with its answer.
  package func solve(_ instance: GAPInstance, stop: BenchmarkStop = BenchmarkStop()) throws -> GAPOutcome {
    let started = ContinuousClock.now
    guard let problem = try GAPModel(instance) else {
      return GAPOutcome(instance: instance.name, seconds: 0, status: "infeasible")
    }
    let checker = BoundProofChecker(problem.model)
    let result = try Solver(backend: GLPKBackend()).solve(
      problem.model, limits: limits, certify: { GAPSolver.micropoints(checker.bound(from: $0)) },
      interruption: stop.token)
    try check(result, of: problem.model, instance)
    return outcome(result, instance, seconds: started.duration(to: .now) / .seconds(1))
  }

  private func check(_ result: SolveResult, of model: OptionModel, _ instance: GAPInstance) throws {
    guard let selection = result.selection, let objective = result.objective else { return }
    let report = SelectionChecker(model).check(selection, claimed: [objective])
    guard report.passed else {
      throw RejectedAssignment(instance: instance.name, reasons: report.findings.map(\.message))
    }
  }

  private func outcome(_ result: SolveResult, _ instance: GAPInstance, seconds: Double) -> GAPOutcome {
    let objective = result.objective.map { $0 / GAPModel.micropointsPerUnit }
    let bound = result.bound.map(GAPModel.units(roundedUp:))
    return GAPOutcome(
      instance: instance.name, objective: objective, bound: bound,
      certifiedBound: result.certifiedBound.map(GAPModel.units(roundedUp:)),
      gap: objective.flatMap { objective in bound.map { GAPSolver.gap(objective, $0) } },
      seconds: (seconds * 1000).rounded() / 1000, status: status(result.termination, objective, bound))
  }

  private static func gap(_ objective: Int64, _ bound: Int64) -> Double {
    Double(max(0, objective - bound)) / Double(max(1, objective.magnitude))
  }

  private static func micropoints(_ bound: ExactBound) -> Int64? {
    if case .bound(let value) = bound { value } else { nil }
  }

  private func status(_ reason: TerminationReason, _ objective: Int64?, _ bound: Int64?) -> String {
    if let objective, objective == bound { return "optimal" }
    return switch reason {
    case .optimal: "optimal"
    case .gapReached: "gapReached"
    case .timeLimit: "timeLimit"
    case .workLimit: "workLimit"
    case .interrupted: "interrupted"
    case .infeasible: "infeasible"
    case .backendFailed: "solverFailed"
    }
  }
}

/// An answer of the engine that the independent check rejects.
package struct RejectedAssignment: Error, CustomStringConvertible {
  package let instance: String
  package let reasons: [String]

  package var description: String {
    "The assignment of \(instance) failed its independent check and is withheld: \(reasons.joined(separator: " "))"
  }
}
