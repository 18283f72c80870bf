package import OptionModel

/// Solves a model with several levels of its objective lexicographically: a level counts only among selections that are
/// as good as can be on all levels above.
///
/// Level by level: each is minimised with every level above capped at the value of the plan so far. A selection that
/// beats the plan lexicographically keeps these caps on the first level where it differs, so it is better there by at most the
/// plan's value less the bound of that level: where all bounds meet the plan, the plan is the lexicographic optimum.
package struct LevelSolver: Sendable {
  private let backend: any MixedIntegerBackend

  package init(backend: any MixedIntegerBackend) { self.backend = backend }

  /// Every level gets an equal part of the limits, and what those before it left over.
  ///
  /// - Parameters:
  ///   - preferred: the option of each group that changes nothing. Groups go back to it at the end wherever that alone is
  ///     feasible and makes no level worse without making one above it better.
  ///   - progress: reports the first level.
  package func solve(
    _ model: OptionModel, limits: SolveLimits = SolveLimits(), start: Selection? = nil, preferred: Selection? = nil,
    interruption: Interruption = Interruption(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(SolvingError) -> LevelsResult {
    let began = ContinuousClock.now
    var budget = LevelBudget(limits, levels: model.levelCount)
    let first = try Solver(backend: backend).solve(
      model.onlyLevel(0), limits: budget.next(), start: start, preferred: preferred, interruption: interruption,
      progress: progress)
    budget.spend(first.statistics.work)
    guard var selection = first.selection else {
      return LevelsResult(
        levels: [], termination: first.termination, work: budget.work,
        seconds: (ContinuousClock.now - began) / .seconds(1))
    }
    var levels = [LevelsResult.Level(first)]
    for level in 1..<max(1, model.levelCount) {
      let objectives = model.objectives(of: selection)
      let result = try CappedSolver(backend: backend).solve(
        model.onlyLevel(level), caps: (0..<level).map { model.cap(onLevel: $0, at: objectives[$0]) },
        limits: budget.next(), start: selection, interruption: interruption)
      budget.spend(result.work)
      selection = result.selection ?? selection
      levels.append(.init(result))
    }
    if let preferred { selection = LexicographicPass.apply(to: selection, of: model, preferred: preferred) }
    return LevelSolver.result(selection, of: model, levels, work: budget.work, since: began)
  }

  /// What going back to preferred options has changed is in the objectives, and a bound is none above them.
  private static func result(
    _ selection: Selection, of model: OptionModel, _ levels: [LevelsResult.Level], work: Int64,
    since began: ContinuousClock.Instant
  ) -> LevelsResult {
    var levels = levels
    for (level, objective) in model.objectives(of: selection).enumerated() {
      levels[level].objective = objective
      levels[level].bound = levels[level].bound.map { min($0, objective) }
    }
    return LevelsResult(
      selection: selection, levels: levels,
      termination: levels.first { $0.termination != .optimal }?.termination ?? .optimal, work: work,
      seconds: (ContinuousClock.now - began) / .seconds(1))
  }
}

/// Shares the limits of a solve among its levels.
private struct LevelBudget {
  private let limits: SolveLimits
  private let began = ContinuousClock.now
  private var levelsLeft: Int
  private(set) var work: Int64 = 0

  init(_ limits: SolveLimits, levels: Int) {
    self.limits = limits
    levelsLeft = levels
  }

  mutating func next() -> SolveLimits {
    let parts = max(1, levelsLeft)
    levelsLeft -= 1
    var share = limits
    share.timeLimit = limits.timeLimit.map { max(.milliseconds(1), ($0 - (ContinuousClock.now - began)) / parts) }
    share.workLimit = limits.workLimit.map { max(1, ($0 - work) / Int64(parts)) }
    return share
  }

  mutating func spend(_ units: Int64) { work += units }
}

extension LevelsResult.Level {
  fileprivate init(_ result: SolveResult) {
    objective = result.objective ?? 0
    bound = result.bound
    proof = result.multipliers.map { CapProof(weight: 1, capWeights: [], multipliers: $0) }
    termination = result.termination
  }

  fileprivate init(_ result: CappedResult) {
    objective = result.objective ?? 0
    bound = result.bound
    proof = result.proof
    termination = result.termination
  }
}
