package import OptionModel

/// Decides whether the hard limits of a model can all be kept, with a selection or a proof.
///
/// Costs and prices are of no interest. The elastic model charges one point per quantum outside a limit: a selection of
/// it that costs nothing keeps every limit; a certified bound above zero proves that there is none. Small models go
/// straight to the backend's relaxation and tree; large ones through the solver's local search first.
package struct FeasibilityCheck {
  private let backend: any MixedIntegerBackend
  private let certify: (OptionModel, BoundProof) -> Int64?
  /// Up to here a relaxation takes less than a local search.
  private static let mostOptionsForTreeFirst = 3_000
  /// Some seconds; by work, so that the answer does not depend on the machine.
  private static let workWithoutDeadline: Int64 = 3_000_000
  /// What one quantum outside a limit costs, see `ElasticModel`.
  private static let leastViolation: Int64 = 1_000_000

  /// - Parameter certify: the bound that a proof shows of a model, by an exact checker.
  package init(backend: any MixedIntegerBackend, certify: @escaping (OptionModel, BoundProof) -> Int64?) {
    self.backend = backend
    self.certify = certify
  }

  package func check(_ model: OptionModel, control: BackendControl = BackendControl()) -> Feasibility {
    let attainable = model.attainableLoads()
    for (resource, loads) in zip(model.resources, attainable) where resource.permitted(within: loads) == nil {
      return .infeasible(.singleLimit)
    }
    guard let elastic = ElasticModel.of(model) else { return .undecided }
    if model.optionCount > Self.mostOptionsForTreeFirst, let found = search(model, control) {
      return .feasible(found)
    }
    return prove(elastic, control)
  }

  /// Local search on the model without costs.
  private func search(_ model: OptionModel, _ control: BackendControl) -> Selection? {
    guard let free = model.withoutCharges() else { return nil }
    let left = control.deadline.map { max(.milliseconds(100), ($0 - ContinuousClock.now) / 4) }
    let limits = SolveLimits(timeLimit: left, workLimit: left == nil ? Self.workWithoutDeadline : nil)
    let result = try? Solver(backend: backend).solve(free, limits: limits, interruption: control.interruption)
    return result?.selection
  }

  private func prove(_ elastic: OptionModel, _ control: BackendControl) -> Feasibility {
    let permitted = elastic.attainableLoads()
    let multipliers = multipliers(elastic, permitted, control)
    if certify(elastic, .multipliers(multipliers)) ?? 0 > 0 { return .infeasible(.multipliers) }
    guard !control.isOver, elastic.optionCount <= SolveRun.mostOptionsForSimplex else { return .undecided }
    let lagrangian = Lagrangian(elastic, multipliers: multipliers, permitted: permitted)
    var request = TreeSearchRequest(control: control)
    request.fixing = OptionFixing(lagrangian, cutoff: Self.leastViolation, optionCount: elastic.optionCount)
    let outcome = backend.search(elastic, request: request)
    if let selection = outcome.selection, outcome.objective == 0 { return .feasible(selection) }
    if let proof = request.proof.current, certify(elastic, .tree(proof)) ?? 0 > 0 {
      return .infeasible(.cases(proof.leafCount))
    }
    return outcome.status.isAnswer ? .infeasible(.search) : .undecided
  }

  private func multipliers(
    _ elastic: OptionModel, _ permitted: [ClosedRange<Int64>], _ control: BackendControl
  ) -> Multipliers {
    if elastic.optionCount <= SolveRun.mostOptionsForSimplex,
      let found = backend.relax(elastic, control: control).multipliers
    {
      return found
    }
    var dual = SmoothedDual(elastic, permitted: permitted) { control.isOver }
    return dual.maximise()
  }
}

extension FeasibilityCheck {
  /// Limits that cannot be kept together: one that lies outside everything that can be chosen, else those that one vector
  /// of multipliers weighs. `nil` where multipliers show nothing.
  package func contradictoryLimits(_ model: OptionModel, control: BackendControl = BackendControl()) -> [Int]? {
    let attainable = model.attainableLoads()
    if let single = attainable.indices.first(where: { model.resources[$0].permitted(within: attainable[$0]) == nil }) {
      return [single]
    }
    guard let elastic = ElasticModel.of(model) else { return nil }
    let multipliers = multipliers(elastic, attainable, control)
    guard certify(elastic, .multipliers(multipliers)) ?? 0 > 0 else { return nil }
    return multipliers.values.indices.filter { multipliers.values[$0] != 0 }
  }
}

extension OptionModel {
  /// The same limits, with nothing charged.
  fileprivate func withoutCharges() -> OptionModel? {
    var builder = OptionModelBuilder()
    for resource in resources { builder.addResource(Resource(lower: resource.lower, upper: resource.upper)) }
    for group in 0..<groupCount {
      builder.beginGroup()
      for option in options(ofGroup: group) {
        builder.addOption(cost: 0)
        builder.consume(consumptions(ofOption: option))
      }
    }
    return try? builder.build()
  }
}

extension TreeProof {
  fileprivate var leafCount: Int {
    nodes.count { node in
      if case .leaf = node { return true }
      return false
    }
  }
}
