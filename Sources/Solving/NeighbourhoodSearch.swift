import OptionModel

/// Large-neighbourhood search: the backend solves a few groups at a time, all others fixed.
///
/// A block grows from one group over shared resources: a random resource of one of its promising options, then
/// groups that load this resource. Its size follows success: solved blocks grow, blocks that ran out of nodes
/// shrink. All decisions depend on the seed and on node counts, none on the clock.
struct NeighbourhoodSearch {
  static let nodesPerBlock = 200

  let model: OptionModel
  let backend: any MixedIntegerBackend
  let board: SolveBoard
  let budget: SolveBudget
  /// Options worth considering, from many to few: with few options a block takes in more groups.
  let choices: [Candidates]
  private let isKept: [(Int) -> Bool]
  /// Of the block at hand.
  private var choice = 0
  private var candidates: Candidates { choices[choice] }
  private var generator: SeededGenerator
  private var state: SearchState
  private var targetOptions: Double
  private(set) var tried = 0
  private(set) var improved = 0
  private(set) var nodes: Int64 = 0
  private(set) var failure: String?
  private var fruitless = 0

  init(
    model: OptionModel, backend: any MixedIntegerBackend, board: SolveBoard, budget: SolveBudget,
    start: Selection, filters: [(Int) -> Bool], seed: UInt64
  ) {
    self.model = model
    self.backend = backend
    self.board = board
    self.budget = budget
    isKept = filters
    choices = filters.map { Candidates(model, keeping: $0) }
    generator = SeededGenerator(seed: seed)
    state = SearchState(model, start: start, weights: Array(repeating: 0, count: model.resourceCount))
    targetOptions = 80
  }

  /// Runs until the instant, the work or the patience is spent.
  mutating func run(until deadline: ContinuousClock.Instant?, workUntil: Int64?) {
    let patience = max(30, min(400, 6 * choices[0].options.count / 100))
    while fruitless < patience, budget.exhausted == nil, failure == nil {
      if let deadline, ContinuousClock.now >= deadline { return }
      if let workUntil, budget.work >= workUntil { return }
      guard tryBlock(until: deadline) else { return }
    }
  }

  /// `false` when no block with a choice was found.
  private mutating func tryBlock(until deadline: ContinuousClock.Instant?) -> Bool {
    var attempts = 0
    while attempts < 20 {
      attempts += 1
      choice = generator.index(below: choices.count)
      let groups = block()
      let base = Selection(state.selection)
      guard let restriction = Restriction(model, at: base, freeing: groups, keeping: isKept[choice]) else { continue }
      solve(restriction, until: deadline)
      return true
    }
    return false
  }

  private mutating func solve(_ restriction: Restriction, until deadline: ContinuousClock.Instant?) {
    var control = budget.control()
    if let deadline { control.deadline = deadline }
    let limit = min(Self.nodesPerBlock, budget.remainingNodes ?? Self.nodesPerBlock)
    let outcome = backend.search(
      restriction.model,
      request: TreeSearchRequest(control: control, incumbent: restriction.start, nodeLimit: limit))
    tried += 1
    board.tally.count(nodes: outcome.nodes)
    nodes += Int64(outcome.nodes)
    budget.spend(nodes: outcome.nodes + 1)
    adapt(to: outcome.status, options: restriction.model.optionCount)
    accept(outcome, of: restriction)
  }

  private mutating func adapt(to status: BackendStatus, options: Int) {
    switch status {
    case .optimal, .gapReached:
      targetOptions = min(targetOptions * 1.05, Double(choices[0].options.count) + 1)
    case .nodeLimit: targetOptions = max(20, targetOptions * 0.93)
    case .failed(let reason) where !reason.contains("inexact"): failure = reason
    default: break
    }
  }

  private mutating func accept(_ outcome: TreeSearchOutcome, of restriction: Restriction) {
    guard let found = outcome.selection, let objective = outcome.objective, objective < state.objective else {
      fruitless += 1
      return
    }
    let whole = restriction.whole(found)
    guard board.offer(whole) else { return }
    improved += 1
    fruitless = 0
    state.reset(to: whole)
  }

  /// Groups related by resources, with about `targetOptions` candidates in all.
  private mutating func block() -> [Int] {
    var isIn = Set<Int>()
    var groups: [Int] = []
    var options = 0
    func candidatesCount(_ group: Int) -> Int { candidates.range(of: group).count }
    var tries = 0
    while Double(options) < targetOptions, tries < 50 + 10 * groups.count {
      tries += 1
      let group = groups.isEmpty ? generator.index(below: model.groupCount) : neighbour(of: groups)
      guard let group, candidatesCount(group) > 1, isIn.insert(group).inserted else { continue }
      groups.append(group)
      options += candidatesCount(group)
    }
    return groups.sorted()
  }

  /// A group that loads a random resource of a random candidate of a random group of the block.
  private mutating func neighbour(of groups: [Int]) -> Int? {
    let group = groups[generator.index(below: min(groups.count, 6))]
    let range = candidates.range(of: group)
    let option = Int(candidates.options[range.lowerBound + generator.index(below: range.count)])
    let entries = state.entries(of: option)
    guard !entries.isEmpty else { return generator.index(below: model.groupCount) }
    let resource = Int(state.consumptionResources[entries.lowerBound + generator.index(below: entries.count)])
    let members = state.members[resource]
    guard !members.isEmpty else { return nil }
    return state.group(ofEntry: Int(members[generator.index(below: members.count)]))
  }
}
