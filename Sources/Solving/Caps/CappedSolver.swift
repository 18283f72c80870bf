package import OptionModel

/// Finds a good selection of a model under cost caps and proves how good it is.
///
/// The dual of the model with its caps written as resources (`CappedModel`) says what a cap is worth. With these weights
/// the objective and the caps are added up to one objective, on which the ordinary search looks for selections, again and
/// again with the caps weighing more; those that keep the caps are kept. Then the model with its caps is solved from the best
/// of them: exactly where it is small, and with a bound in any case.
package struct CappedSolver: Sendable {
  /// Of the limits: the dual, each of the searches with fixed weights. The rest is for the model with its caps.
  private static let dualShare = 0.15
  private static let searchShare = 0.12
  /// What the weights of the caps are multiplied by, one search after the other.
  private static let factors: [Double] = [1, 3, 30]

  private let backend: any MixedIntegerBackend

  package init(backend: any MixedIntegerBackend) { self.backend = backend }

  /// Solves a model with one level under caps.
  ///
  /// - Parameters:
  ///   - start: a selection to begin from; it need not be feasible.
  ///   - warm: multipliers of a solve with what the only cap charges as the objective, one per resource.
  package func solve(
    _ model: OptionModel, caps: [CostCap], limits: SolveLimits = SolveLimits(), start: Selection? = nil,
    warm: Multipliers? = nil, interruption: Interruption = Interruption()
  ) throws(SolvingError) -> CappedResult {
    try SolvingInput.check(model, selections: [start])
    guard let capped = try? CappedModel(model, caps: caps) else { throw .capTooLarge }
    let began = ContinuousClock.now
    let best = BestUnderCaps(capped)
    if let start { best.offer(start) }
    let multipliers = multipliers(of: capped, warm: warm, limits: limits, began: began, interruption)
    var work: Int64 = 0
    if let multipliers {
      for factor in Self.factors where !interruption.isRequested {
        let share = limits.share(Self.searchShare)
        let weighted = try search(capped, multipliers, factor: factor, share, best, interruption)
        work += weighted
      }
    }
    var rest = limits
    rest.timeLimit = limits.timeLimit.map { max(.milliseconds(1), $0 - (ContinuousClock.now - began)) }
    rest.workLimit = limits.workLimit.map { max(1, $0 - work) }
    let result = try Solver(backend: backend).solve(
      capped.model, limits: rest, start: (best.selection ?? start).map(capped.extended), warm: multipliers,
      interruption: interruption)
    if let selection = result.selection { best.offer(capped.original(selection)) }
    return self.result(capped, best, result, multipliers, work: work + result.statistics.work, limits)
  }

  private func multipliers(
    of capped: CappedModel, warm: Multipliers?, limits: SolveLimits, began: ContinuousClock.Instant,
    _ interruption: Interruption
  ) -> Multipliers? {
    let model = capped.model
    let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    guard permitted.count == model.resourceCount else { return nil }
    let deadline = limits.timeLimit.map { began + $0 * Self.dualShare }
    let start = warm.map { CapPriceSearch(capped, permitted: permitted, multipliers: $0).best }
    var dual = SmoothedDual(model, permitted: permitted, start: start) {
      interruption.isRequested || deadline.map { ContinuousClock.now >= $0 } ?? false
    }
    return dual.maximise()
  }

  /// A search with fixed weights; returns its work.
  private func search(
    _ capped: CappedModel, _ multipliers: Multipliers, factor: Double, _ limits: SolveLimits, _ best: BestUnderCaps,
    _ interruption: Interruption
  ) throws(SolvingError) -> Int64 {
    guard let weighted = WeightedCaps(capped, multipliers, factor: factor, finest: WeightedCaps.forSearch) else {
      return 0
    }
    let result = try Solver(backend: backend, improved: { best.offer($0) }).solve(
      weighted.model, limits: limits, start: best.selection, warm: weighted.proof.multipliers,
      interruption: interruption)
    if let selection = result.selection { best.offer(selection) }
    return result.statistics.work
  }

  private func result(
    _ capped: CappedModel, _ best: BestUnderCaps, _ result: SolveResult, _ multipliers: Multipliers?, work: Int64,
    _ limits: SolveLimits
  ) -> CappedResult {
    let objective = best.objective
    let bound = result.bound.map { min($0, objective ?? .max) }
    var termination = result.termination
    if termination == .optimal || termination == .gapReached, let objective, objective > result.objective ?? .max {
      // What was proven is of a selection that a rounded cap permits and the cap does not.
      let isReached = bound.map { Gap.isReached(objective: objective, bound: $0, limits: limits) } ?? false
      termination = isReached ? .gapReached : .backendFailed
    }
    let proof = (result.multipliers ?? multipliers).flatMap { WeightedCaps(capped, $0)?.proof }
    return CappedResult(
      selection: best.selection, objective: objective, bound: bound, proof: proof, termination: termination, work: work)
  }
}

extension SolveLimits {
  /// A part of the time and the work.
  func share(_ part: Double) -> SolveLimits {
    var limits = self
    limits.timeLimit = timeLimit.map { $0 * part }
    limits.workLimit = workLimit.map { max(1, Int64(Double($0) * part)) }
    return limits
  }
}
