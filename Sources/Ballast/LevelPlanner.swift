import Compilation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// Solves a plan whose rules count level by level, and says what is known about each level.
struct LevelPlanner {
  let compiled: CompiledPlan
  let model: OptionModel
  let request: PlanRequest

  /// The selection as a result without bounds of the whole, and the levels.
  func solve(
    _ interruption: PlanInterruption, _ progress: @escaping @Sendable (PlanProgress) -> Void
  ) throws -> (result: SolveResult, levels: [LevelDocument]) {
    let found = try LevelSolver(backend: GLPKBackend()).solve(
      model, limits: SolveLimits(request), start: compiled.agreedOptions, preferred: compiled.preferredOptions,
      interruption: interruption.token, progress: { progress(PlanProgress($0)) })
    return (found.total(of: compiled.model), documents(found))
  }

  private func documents(_ found: LevelsResult) -> [LevelDocument] {
    let names = ResourceNames(portfolio: compiled.portfolio)
    let checker = LevelProofChecker(model)
    let objectives = found.levels.map(\.objective)
    return zip(compiled.portfolio.policy.priorities.levels, found.levels).enumerated().map { number, pair in
      let (level, result) = pair
      let certified = result.proof
        .flatMap { checker.bound(from: $0, level: number, objectives: objectives) }.map { min($0, result.objective) }
      let bound = [result.bound, certified].compactMap { $0 }.max()
      var document = LevelDocument(
        name: level.name, rules: level.rules.map(\.rawValue), objective: PointsValue(micropoints: result.objective),
        ending: Termination.Reason(result.termination))
      document.bound = bound.map(PointsValue.init(micropoints:))
      document.gap = bound.map { Gap.fraction(objective: result.objective, bound: $0) }
      guard let certified, let proof = result.proof else { return document }
      document.certifiedBound = PointsValue(micropoints: certified)
      document.certifiedGap = Gap.fraction(objective: result.objective, bound: certified)
      document.weights = proof.capWeights + [proof.weight]
      document.multipliers = zip(compiled.meaning.resources, proof.multipliers.values).filter { $1 != 0 }
        .map { MultiplierDocument(resource: names.name(of: $0), value: $1) }
      return document
    }
  }
}

extension [LevelDocument] {
  /// None is better than one of a model that failed its audit.
  var withoutBounds: [LevelDocument] {
    map {
      LevelDocument(name: $0.name, rules: $0.rules, objective: $0.objective, ending: $0.ending)
    }
  }
}
