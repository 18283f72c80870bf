import Compilation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Synchronization

/// Plans that keep the hard limit although some accounts of each CSM need their high effort at once.
final class RobustPlanner: Sendable {
  private let compiled: CompiledPlan
  private let limits: RobustLimits
  private let request: PlanRequest
  private let effort = Mutex<(rows: Int, rounds: Int)>((0, 0))

  /// `nil` where the policy asks for no robustness.
  init?(_ compiled: CompiledPlan, _ request: PlanRequest) {
    guard let limits = compiled.robustLimits() else { return nil }
    self.compiled = compiled
    self.limits = limits
    self.request = request
  }

  /// Bound and proof are those of the model without surprises, which permits every robust plan; the claimed bound is that of
  /// the robust search.
  func solve(
    _ start: WarmStart?, certify: @escaping @Sendable (BoundProof) -> Int64?, _ interruption: PlanInterruption,
    _ progress: @escaping @Sendable (SolveProgress) -> Void
  ) throws -> SolveResult {
    let found = try RobustSolver(limits, backend: GLPKBackend()).solve(
      compiled.model, limits: SolveLimits(request), start: start?.selection ?? compiled.agreedOptions,
      preferred: compiled.preferredOptions, warm: start?.multipliers, certify: certify,
      interruption: interruption.token, progress: progress)
    effort.withLock { $0 = (found.rowCount, found.rounds) }
    return found.result
  }

  /// Whether the plan keeps the limits with the days that were set, too.
  func stands(_ selection: Selection, in dated: CompiledPlan) -> Bool {
    guard let limits = dated.robustLimits() else { return true }
    return limits.breaches(of: selection, in: dated.model).isEmpty
  }

  func document(of selection: Selection) -> RobustDocument {
    let portfolio = compiled.portfolio
    var tightest: [Int32: RobustDocument.Margin] = [:]
    for worst in limits.worst(of: selection, in: compiled.model) {
      guard case .hours(let csm, let period) = compiled.meaning.resources[worst.resource],
        let limit = limits.limits[worst.resource], worst.load > 0
      else { continue }
      if let known = tightest[csm], known.limit - known.minutes <= limit - worst.load { continue }
      tightest[csm] = RobustDocument.Margin(
        csm: portfolio.csms[Int(csm)].id, period: Int(period), minutes: worst.load, limit: limit,
        accounts: worst.units.map { portfolio.accounts[Int($0)].id }.sorted())
    }
    let (rows, rounds) = effort.withLock { $0 }
    return RobustDocument(
      accounts: limits.count, rows: rows, rounds: rounds,
      margins: tightest.values.sorted { ($0.limit - $0.minutes, $0.csm) < ($1.limit - $1.minutes, $1.csm) })
  }

  /// What is said where no plan was found.
  func withoutPlan(_ result: SolveResult) throws -> PlanOutcome {
    guard result.termination == .infeasible else { return .noPlan(Termination.Reason(result.termination)) }
    let count = limits.count
    return .conflict([
      "No plan keeps the hard limit of hours when any \(count) accounts of each CSM need their high effort at once. "
        + "Maybe ask for fewer (`capacity.robust_accounts`), or raise `capacity.hard`."
    ])
  }
}

extension Planner {
  /// - Throws: `UnusableInput` where the rules count by levels.
  func robustSearch(_ compiled: CompiledPlan, _ request: PlanRequest) throws -> RobustPlanner? {
    guard portfolio.policy.capacity.robustAccounts > 0 else { return nil }
    guard portfolio.policy.priorities.levels.isEmpty else {
      throw UnusableInput(problems: [
        "Robust plans are sought only where all rules count together (`priorities: weights`)."
      ])
    }
    return RobustPlanner(compiled, request)
  }
}
