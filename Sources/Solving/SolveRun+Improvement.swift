import Foundation
import OptionModel

extension SolveRun {
  /// Of the first attempt: some hundredths of a second. One that runs in circles is begun anew with other draws, and each
  /// looks at twice as much as the one before.
  private var evaluationsPerRepair: Int64 { min(1_000_000, 350 + 7 * Int64(model.optionCount)) }
  private static let attemptsAtRepair = 4

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
    let budget = budget
    let isOver = { budget.exhausted != nil || end.map { ContinuousClock.now >= $0 } ?? false }
    for attempt in 0..<Self.attemptsAtRepair {
      var repair = LimitRepair(
        AnnealingState(candidates, start: selection, weights: penalties), seed: budget.limits.seed &+ UInt64(attempt))
      let isMended = repair.run(evaluations: evaluationsPerRepair << attempt, isOver: isOver)
      budget.spend(repair.evaluations)
      if isMended { board.offer(repair.state.selection) }
      if isMended || isOver() { return isMended }
    }
    return false
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
      seed: budget.limits.seed &+ UInt64(truncatingIfNeeded: statistics.localSearchSteps),
      best: board.current.objective,
      stubborn: stubborn
    ) { board.offer($0) }
    annealing.run(steps: steps, until: end, from: first, to: min(schedule.last, 0.2 * first))
    stubborn.merge(annealing.stubborn) { $1 }
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

  /// Goes on until there is a feasible selection; what is known about stubborn limits grows from run to run. For models that are
  /// too large for anything exact.
  func annealUntilFeasible() {
    guard let suggestion else { return }
    for run in 0..<10 where finished == nil && board.current.selection == nil {
      anneal(
        from: suggestion, warmth: [1, 0.3, 3][run % 3], steps: stepsPerRun, until: budget.instant(afterShare: 0.08))
    }
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
