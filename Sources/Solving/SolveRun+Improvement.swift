import Foundation
import OptionModel

extension SolveRun {
  /// At most some seconds of work: enough for all but the tightest models.
  private var evaluationsPerRepair: Int64 { min(20_000_000, 10_000 + 100 * Int64(model.optionCount)) }

  /// Multipliers in micropoints per quantum; zeros before there are any.
  private var prices: [Double] {
    guard let multipliers = lagrangian?.multipliers else { return Array(repeating: 0, count: model.resourceCount) }
    return multipliers.values.map { Double($0) / Double(Multipliers.scale) }
  }

  /// Offers a selection when its limits hold, or what is left of it when they have been mended; tells whether they hold.
  @discardableResult
  func offerMended(_ selection: Selection, until end: ContinuousClock.Instant?) -> Bool {
    if board.offer(selection) || model.violations(of: selection).isEmpty { return true }
    // Reading a huge model takes seconds.
    guard budget.exhausted == nil else { return false }
    let candidates = AnnealingModelBuilder(model, multipliers: prices)
      .build(limit: AnnealingSchedule.optionsPerGroupForRepair(of: model), including: selection)
    let penalties = AnnealingSchedule(candidates).penalties
    var repair = LimitRepair(
      AnnealingState(candidates, start: selection, weights: penalties), seed: budget.limits.seed)
    let budget = budget
    let isMended = repair.run(evaluations: evaluationsPerRepair) {
      budget.exhausted != nil || end.map { ContinuousClock.now >= $0 } ?? false
    }
    budget.spend(repair.evaluations)
    if isMended { board.offer(repair.state.selection) }
    return isMended
  }

  /// One run of annealing from a selection, feasible or not; tells whether it ended inside the limits. `warmth` is a
  /// factor for its first temperature.
  @discardableResult
  func anneal(from start: Selection, warmth: Double, steps: Int64, until end: ContinuousClock.Instant?) -> Bool {
    board.enter(.localSearch)
    let candidates = candidates(including: start)
    let schedule = AnnealingSchedule(candidates)
    let board = board
    let began = ContinuousClock.now
    let expected = end.map { min(steps, Int64(stepsPerSecond * max(0.01, ($0 - began) / .seconds(1)))) } ?? steps
    let first = schedule.first(steps: expected) * warmth
    var annealing = Annealing(
      AnnealingState(candidates, start: start, weights: schedule.penalties), budget: budget,
      seed: budget.limits.seed &+ UInt64(truncatingIfNeeded: statistics.localSearchSteps), best: board.current.objective
    ) { board.offer($0) }
    annealing.run(steps: steps, until: end, from: first, to: min(schedule.last, 0.2 * first))
    if annealing.steps > 100_000 {
      stepsPerSecond = Double(annealing.steps) / max(0.001, (ContinuousClock.now - began) / .seconds(1))
    }
    statistics.localSearchSteps += annealing.steps
    // A tight model can end a short run outside its limits, in a selection much better than all before.
    return annealing.state.isFeasible
      || offerMended(annealing.state.selection, until: budget.instant(afterShare: 0.05))
  }

  /// Annealing of a few sites at a time, from the best selection, on all processors.
  func annealBlocks(until end: ContinuousClock.Instant?) {
    guard let start = board.current.selection else { return }
    board.enter(.localSearch)
    var annealing = BlockAnnealing(
      candidates(including: start), multipliers: prices, board: board, budget: budget, start: start,
      seed: budget.limits.seed &+ UInt64(truncatingIfNeeded: statistics.localSearchSteps))
    let steps = budget.remainingWork.map { $0 / 2 } ?? (end == nil ? stepsPerRun : .max / 2)
    annealing.run(
      steps: steps, until: end, threads: ProcessInfo.processInfo.activeProcessorCount, isOver: { finished != nil })
    statistics.localSearchSteps += annealing.steps
  }

  /// The promising options by the multipliers so far, and those of a selection. O(size of the model).
  func candidates(including start: Selection) -> AnnealingModel {
    AnnealingModelBuilder(model, multipliers: prices)
      .build(limit: AnnealingSchedule.optionsPerGroup(of: model), including: start)
  }

  /// Large models are brought into order only, the rest is left to blocks.
  var stepsOfFirstRun: Int64 { min(stepsPerRun, 500 * Int64(model.groupCount)) }

  /// How many steps a run takes when nothing else limits it: small models go to the tree anyway.
  var stepsPerRun: Int64 {
    let options = Int64(model.optionCount)
    let bySize = max(1, min(options * 1_000, options * options / 2))
    return budget.limits.workLimit.map { max(1, min($0 / 4, bySize)) } ?? bySize
  }
}
