import OptionModel

/// Large-neighbourhood search: the backend re-optimises the books of a few sites at a time, all else fixed.
///
/// A block is two sites or more whose groups could change places; which ones, `BlockChooser` says. Blocks of several
/// sizes compete: the size is drawn by what it has gained for its work lately. All decisions depend on the seed and on
/// node counts, none on the clock.
struct NeighbourhoodSearch {
  /// How many sites a block has, and how many options at most.
  private static let shapes: [(sites: Int, options: Int)] = [(2, 90), (3, 150), (5, 220), (9, 350)]
  private static let nodesPerBlock = 200

  private let model: OptionModel
  private let backend: any MixedIntegerBackend
  private let board: SolveBoard
  private let budget: SolveBudget
  private var chooser: BlockChooser
  private var bandit: ShapeBandit
  private var state: SearchState
  private var generator: SeededGenerator
  private(set) var tried = 0
  private(set) var improved = 0
  private(set) var nodes: Int64 = 0
  private(set) var failure: String?
  private var fruitless = 0

  init(
    _ candidates: AnnealingModel, backend: any MixedIntegerBackend, board: SolveBoard, budget: SolveBudget,
    start: Selection, seed: UInt64
  ) {
    model = candidates.whole
    self.backend = backend
    self.board = board
    self.budget = budget
    generator = SeededGenerator(seed: seed)
    bandit = ShapeBandit(count: Self.shapes.count)
    state = SearchState(model, start: start, weights: Array(repeating: 0, count: model.resourceCount))
    chooser = BlockChooser(
      AnnealingState(candidates, start: start, weights: AnnealingSchedule(candidates).penalties))
  }

  /// Runs until the instant, the work or the patience is spent.
  mutating func run(until deadline: ContinuousClock.Instant?, workUntil: Int64?) {
    let patience = 60 + 3 * chooser.siteCount
    while fruitless < patience, budget.exhausted == nil, failure == nil {
      if let deadline, ContinuousClock.now >= deadline { return }
      if let workUntil, budget.work >= workUntil { return }
      tryBlock(until: deadline)
    }
  }

  private mutating func tryBlock(until deadline: ContinuousClock.Instant?) {
    let arm = bandit.draw(&generator)
    let shape = Self.shapes[arm]
    let before = state.objective
    let nodesBefore = nodes
    let block = chooser.block(sites: shape.sites, options: shape.options, generator: &generator)
    if let block, let part = Restriction(state, freeing: block.groups, choices: block.choices) {
      solve(part, of: block, until: deadline)
    } else {
      fruitless += 1
    }
    bandit.note(arm, gain: Double(before - state.objective), work: Double(nodes - nodesBefore + 3))
  }

  private mutating func solve(
    _ restriction: Restriction, of block: BlockChooser.Block, until deadline: ContinuousClock.Instant?
  ) {
    var control = budget.control()
    if let deadline { control.deadline = deadline }
    let limit = min(Self.nodesPerBlock, budget.remainingNodes ?? Self.nodesPerBlock)
    let outcome = backend.search(
      restriction.model,
      request: TreeSearchRequest(control: control, incumbent: restriction.start, nodeLimit: limit))
    tried += 1
    nodes += Int64(outcome.nodes)
    budget.spend(nodes: outcome.nodes + 1)
    board.tally.count(nodes: outcome.nodes)
    if case .failed(let reason) = outcome.status, !reason.contains("inexact") { failure = reason }
    accept(outcome, of: restriction)
    if outcome.status == .optimal { chooser.close(block) }
  }

  private mutating func accept(_ outcome: TreeSearchOutcome, of restriction: Restriction) {
    guard let found = outcome.selection, let objective = outcome.objective, objective < state.objective else {
      fruitless += 1
      return
    }
    let whole = restriction.whole(found)
    guard board.offer(whole) else {
      fruitless += 1
      return
    }
    improved += 1
    fruitless = 0
    for group in restriction.groups where Int(state.selection[group]) != whole[group] {
      state.apply(state.change(group: group, to: whole[group]), group: group, to: whole[group])
      chooser.move(group, to: whole[group])
    }
  }
}
