import Compilation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// Looks for plans that differ from a plan and from one another, the best first.
///
/// "The same CSM as in plan i" is a resource: groups that choose an option with the CSM they end with in plan i consume 1 of
/// it, and at most `groups - differ` may. So the search, its bound and its proof are those of any model.
struct AlternativePlanner {
  struct Found {
    var results: [SolveResult] = []
    var ending = AlternativesDocument.Ending.found
  }

  let compiled: CompiledPlan
  let request: PlanRequest
  let wanted: AlternativesRequest

  /// - Parameter best: the plan they stand beside.
  func find(besides best: Selection, _ interruption: PlanInterruption) throws -> Found {
    let objective = compiled.model.objective(of: best)
    let limit = Self.limit(objective: objective, within: wanted.within)
    var found = Found()
    var taken = [best]
    for _ in 0..<wanted.count {
      let result = try next(besides: taken, interruption)
      guard let selection = result.selection, let value = result.objective, value <= limit else {
        let isProven = result.termination == .infeasible || result.certifiedBound.map { $0 > limit } ?? false
        found.ending = isProven ? .noMore : .noneFound
        break
      }
      found.results.append(result)
      taken.append(selection)
    }
    // Searches that end early may find a better one later.
    found.results.sort { $0.objective ?? .max < $1.objective ?? .max }
    return found
  }

  /// The most that an alternative may cost, in micropoints.
  static func limit(objective: Int64, within: Double) -> Int64 {
    objective + Int64((within * Double(objective.magnitude)).rounded(.down))
  }

  private func next(besides taken: [Selection], _ interruption: PlanInterruption) throws -> SolveResult {
    let upper = Int64(compiled.model.groupCount - wanted.differ)
    let groups = groupOfOption
    let model = try compiled.model.counting(
      taken.map { plan in
        let csms = (0..<plan.options.count).map { compiled.finalCSM(ofOption: plan[$0], group: $0) }
        return ({ compiled.finalCSM(ofOption: $0, group: groups[$0]) == csms[groups[$0]] }, upper)
      })
    let checker = BoundProofChecker(model)
    return try Solver(backend: GLPKBackend()).solve(
      model, limits: limits, start: taken[taken.count - 1], preferred: compiled.preferredOptions,
      certify: { checker.bound(from: $0).micropoints }, interruption: interruption.token)
  }

  private var groupOfOption: [Int] {
    (0..<compiled.model.groupCount).flatMap { group in
      compiled.model.options(ofGroup: group).map { _ in group }
    }
  }

  /// All alternatives together take as long as the plan may.
  private var limits: SolveLimits {
    var limits = SolveLimits(request)
    limits.timeLimit = limits.timeLimit.map { $0 / wanted.count }
    limits.workLimit = limits.workLimit.map { max(1, $0 / Int64(wanted.count)) }
    return limits
  }
}
