import OptionModel

/// One block of `BlockAnnealing`: a model of its own, and how long and how warm it is annealed.
struct AnnealedBlock: Sendable {
  struct Outcome: Sendable {
    /// Of the whole model where it is better than the block's start; keeps every limit.
    var selection: Selection?
    var steps: Int64
  }

  private static let optionsPerGroup = 60
  private static let repairsPerOption: Int64 = 10

  let part: Restriction
  /// In micropoints per quantum, of the resources of the part.
  let multipliers: [Double]
  let seed: UInt64
  let steps: Int64
  /// Temperatures in micropoints.
  let first: Double
  let last: Double

  /// O(size of the part + steps).
  func anneal(budget: SolveBudget) -> Outcome {
    let start = part.start
    let candidates = AnnealingModelBuilder(part.model, multipliers: multipliers)
      .build(limit: Self.optionsPerGroup, including: start)
    var best: Selection?
    var annealing = Annealing(
      AnnealingState(candidates, start: start, weights: AnnealingSchedule(candidates).penalties), budget: budget,
      seed: seed, best: part.model.objective(of: start)
    ) { best = $0 }
    annealing.run(steps: steps, until: nil, from: first, to: last)
    if !annealing.state.isFeasible, let mended = mended(annealing.state, budget: budget) {
      let isBetter = part.model.objective(of: mended) < part.model.objective(of: best ?? start)
      if isBetter { best = mended }
    }
    return Outcome(selection: best, steps: annealing.steps)
  }

  /// So short a run often ends a little outside a limit.
  private func mended(_ state: AnnealingState, budget: SolveBudget) -> Selection? {
    var repair = LimitRepair(state, seed: seed)
    let evaluations = Self.repairsPerOption * Int64(part.model.optionCount)
    let isMended = repair.run(evaluations: evaluations) { budget.exhausted != nil }
    guard isMended, part.model.violations(of: repair.state.selection).isEmpty else { return nil }
    return repair.state.selection
  }
}
