import OptionModel

/// One block of `BlockAnnealing`: a model of its own, and how long and how warm it is annealed.
struct AnnealedBlock: Sendable {
  struct Outcome: Sendable {
    /// Of the whole model where it is better than the block's start; keeps every limit.
    var selection: Selection?
    var steps: Int64
  }

  private static let optionsPerGroup = 60

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
    return Outcome(selection: best, steps: annealing.steps)
  }
}
