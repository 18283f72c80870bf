import OptionModel

/// Annealing of a few sites at a time, all else fixed, several blocks at once.
///
/// What a large model loses against its bound is due to a few places far apart. Annealing the whole is either too cold to
/// rearrange them or so warm that it spoils all others meanwhile; blocks around them can begin warm, and each is judged
/// alone. In each round some blocks without common sites or groups are annealed apart, as models of their own, for a number
/// of steps that depends on their size alone. Then their results are taken over one after the other, where the whole is
/// better for it and keeps every limit: what blocks share, such as a budget of moves, may be used up by those before.
/// So the result depends on the seed and the steps, not on the number of threads.
struct BlockAnnealing {
  private static let blocksPerRound = 8
  /// A block has so many sites.
  private static let siteCounts = [6, 10, 14]
  private static let mostOptions = 3_000
  private static let stepsPerOption: Int64 = 50
  /// First and last temperatures, as parts of a typical gap between options.
  private static let warmths = [0.03, 0.1, 0.3]
  private static let coldest = 0.01

  private let model: OptionModel
  /// In micropoints per quantum.
  private let multipliers: [Double]
  private let scale: Double
  private let board: SolveBoard
  private let budget: SolveBudget
  private var chooser: BlockChooser
  private var state: SearchState
  private var generator: SeededGenerator
  private(set) var steps: Int64 = 0

  /// - Parameters:
  ///   - candidates: include the options of `start`.
  ///   - start: keeps every limit.
  init(
    _ candidates: AnnealingModel, multipliers: [Double], board: SolveBoard, budget: SolveBudget, start: Selection,
    seed: UInt64
  ) {
    model = candidates.whole
    self.multipliers = multipliers
    scale = candidates.scale
    self.board = board
    self.budget = budget
    chooser = BlockChooser(
      AnnealingState(candidates, start: start, weights: AnnealingSchedule(candidates).penalties))
    state = SearchState(model, start: start, weights: Array(repeating: 0, count: model.resourceCount))
    generator = SeededGenerator(seed: seed)
  }

  /// The best selection so far; feasible.
  var selection: Selection { Selection(state.selection) }

  /// Rounds until a number of steps is taken, the instant or the budget is over, or nothing is left to choose from.
  mutating func run(steps limit: Int64, until deadline: ContinuousClock.Instant?, threads: Int, isOver: () -> Bool) {
    let last = steps + limit
    while steps < last, budget.exhausted == nil, !isOver() {
      if let deadline, ContinuousClock.now >= deadline { return }
      let blocks = chooseBlocks(steps: last - steps)
      guard !blocks.isEmpty else { return }
      let before = state.objective
      for (block, found) in zip(blocks, annealed(blocks, threads: threads)) {
        // Where nothing can be moved, building the block has been the work.
        let work = max(found.steps, Int64(block.part.model.optionCount))
        steps += work
        budget.spend(work)
        if let better = found.selection { take(better, of: block) }
      }
      if state.objective < before { board.offer(selection) }
    }
  }

  /// Blocks without common sites or groups; fewer where `steps` are not enough for all.
  private mutating func chooseBlocks(steps limit: Int64) -> [AnnealedBlock] {
    var blocks: [AnnealedBlock] = []
    var left = limit
    defer { chooser.release() }
    for _ in 0..<Self.blocksPerRound where left > 0 {
      let sites = Self.siteCounts[generator.index(below: Self.siteCounts.count)]
      let warmth = Self.warmths[generator.index(below: Self.warmths.count)]
      guard let choice = chooser.block(sites: sites, options: Self.mostOptions, generator: &generator),
        let part = Restriction(state, freeing: choice.groups, choices: choice.choices)
      else { continue }
      chooser.reserve(choice)
      let steps = min(left, Self.stepsPerOption * Int64(part.model.optionCount))
      left -= steps
      blocks.append(
        AnnealedBlock(
          part: part, multipliers: part.resources.map { multipliers[$0] }, seed: generator.next(), steps: steps,
          first: warmth * scale, last: min(Self.coldest, 0.2 * warmth) * scale))
    }
    return blocks
  }

  /// By block, what is better than the state it was taken from.
  private func annealed(_ blocks: [AnnealedBlock], threads: Int) -> [AnnealedBlock.Outcome] {
    var outcomes = blocks.map { _ in AnnealedBlock.Outcome(selection: nil, steps: 0) }
    let budgets = blocks.map { _ in budget.part() }
    outcomes.withUnsafeMutableBufferPointer { outcomes in
      nonisolated(unsafe) let (outcomes, budgets) = (outcomes, budgets)
      Turns.run(blocks.count, threads: threads, isOver: { false }) { index in
        outcomes[index] = blocks[index].anneal(budget: budgets[index])
      }
    }
    return outcomes
  }

  /// Takes over what a block found, unless blocks before it have taken what that needs.
  private mutating func take(_ found: Selection, of block: AnnealedBlock) {
    let before = state.objective
    let changed = block.part.changes(of: found)
    let old = changed.map { Int(state.selection[$0.group]) }
    for (group, option) in changed { state.apply(state.change(group: group, to: option), group: group, to: option) }
    if state.isFeasible, state.objective < before {
      for (group, option) in changed { chooser.move(group, to: option) }
    } else {
      for ((group, _), option) in zip(changed, old) {
        state.apply(state.change(group: group, to: option), group: group, to: option)
      }
    }
  }
}
