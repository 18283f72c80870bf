import OptionModel
import Synchronization

/// Branch and bound block by block: a tree for each, whose bounds add up.
///
/// Every block gets a short turn by its size, then those that are still open one twice as long, and so on, the largest gap
/// first: no block waits for long, and each turn begins with the options that the selections of the others have left. The
/// last block gets all the rest.
struct DividedSearch: Sendable {
  let division: Division
  private let searches: [BlockSearch]
  private let backend: any MixedIntegerBackend
  private let board: SolveBoard
  private let start: Selection

  /// - Parameter start: the best selection of the whole model. `nil` where it is not one of the open options.
  init?(_ division: Division, start: Selection, backend: any MixedIntegerBackend, board: SolveBoard) {
    searches = division.blocks.compactMap { BlockSearch($0, whole: start) }
    guard searches.count == division.blocks.count else { return nil }
    self.division = division
    self.backend = backend
    self.board = board
    self.start = start
  }

  var proof: BoundProof { division.proof(searches.map(\.proof)) }
  var bound: Int64 { division.bound(searches.map(\.bound)) }
  var isClosed: Bool { searches.allSatisfy { $0.gap == 0 } }
  /// Whether the blocks have shown as much as the division lets them.
  var isExhausted: Bool { bound >= division.cutoff }
  /// Options that are left for the trees.
  var openCount: Int { searches.reduce(0) { $0 + $1.openCount } }

  /// Of the block with the most.
  var largestOpenCount: Int { searches.map(\.openCount).max() ?? 0 }
  /// What the trees have left of the gap, in micropoints.
  var openGap: Int64 { searches.reduce(0) { $0 + $1.gap } }

  /// The best choices of all blocks together. Limits of resources that are priced away may be broken.
  var combined: Selection {
    searches.reduce(start) { whole, search in search.block.replacing(search.selection, in: whole) }
  }

  /// Takes over what a better selection of the whole does better in single blocks.
  func learn(from whole: Selection) {
    for search in searches {
      if let part = search.block.part(of: whole) { search.offer(part) }
    }
  }

  /// The search at better prices; `nil` where blocks are not done, can prove no more, or prices do not change.
  func repriced(towards objective: Int64) -> DividedSearch? {
    let bound = bound
    guard isClosed, bound < division.cutoff, bound < objective, let whole = board.current.selection,
      let better = division.repriced(by: combined, gap: objective - bound),
      let next = DividedSearch(better, start: whole, backend: backend, board: board)
    else { return nil }
    next.learn(from: combined)
    return next
  }

  /// Runs to the end of the control or of the work, or until `isEnough` says so between two blocks. Without a deadline
  /// the result depends on the work alone, on any number of threads.
  func run(
    control: BackendControl, workLimit: Int64?, threads: Int, isEnough: @escaping @Sendable () -> Bool = { false }
  ) -> TreeSearchOutcome {
    let isOver: @Sendable () -> Bool = { control.isOver || isEnough() }
    let spent = Mutex(Spent())
    var length = 1.0
    while !isOver() {
      let before = spent.withLock { $0 }
      let blocks = (length == 1 ? open { Int64(-$0.openCount) } : open { $0.gap }).filter { !before.gaveUp($0) }
      let left = workLimit.map { $0 - before.work }
      guard !blocks.isEmpty, left ?? 1 > 0 else { break }
      let turn = BlockTurn(
        openCounts: blocks.map(\.openCount), length: length, control: control, workLeft: left, threads: threads)
      Turns.run(blocks.count, threads: threads, isOver: isOver) { index in
        let outcome = search(
          blocks[index], control: turn.control(of: index), workLimit: turn.work(of: index),
          sharesNews: workLimit == nil)
        spent.withLock { $0.add(outcome, of: blocks[index]) }
      }
      // A lone block had all there was; where nothing was spent, nothing could be searched.
      guard blocks.count > 1, spent.withLock(\.work) > before.work else { break }
      length *= 2
    }
    let total = spent.withLock { $0 }
    let status = isClosed ? .optimal : control.isOver ? control.status : total.failure ?? .workLimit
    return TreeSearchOutcome(status: status, nodes: total.nodes, work: total.work)
  }

  /// What all turns have taken, and the blocks that the backend failed at: it would again.
  private struct Spent: Sendable {
    var nodes = 0
    var work: Int64 = 0
    var failure: BackendStatus?
    private var failed: Set<ObjectIdentifier> = []

    mutating func add(_ outcome: TreeSearchOutcome, of search: BlockSearch) {
      nodes += outcome.nodes
      work += outcome.work
      guard case .failed = outcome.status else { return }
      failure = outcome.status
      failed.insert(ObjectIdentifier(search))
    }

    func gaveUp(_ search: BlockSearch) -> Bool { failed.contains(ObjectIdentifier(search)) }
  }

  /// Those that are not done, from the largest value to the smallest.
  private func open(by value: (BlockSearch) -> Int64) -> [BlockSearch] {
    searches.map { ($0, value($0)) }.filter { $0.0.gap > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  private func search(
    _ search: BlockSearch, control: BackendControl, workLimit: Int64?, sharesNews: Bool
  ) -> TreeSearchOutcome {
    let fixing = search.fixing
    guard search.openCount <= SolveRun.mostOptionsForSimplex else { return TreeSearchOutcome(status: .workLimit) }
    var request = TreeSearchRequest(
      control: control, incumbent: search.selection, workLimit: workLimit, cuts: .all
    ) { news in
      if let (selection, _) = news.improvement, search.offer(selection), sharesNews {
        if let whole = board.current.selection { board.offer(search.block.replacing(selection, in: whole)) }
      }
      if let bound = news.bound { search.raise(bound: bound, fixing: fixing) }
      board.raise(bound: bound)
    }
    request.cutoff = { search.objective }
    request.fixing = fixing
    search.begin(request.proof)
    let outcome = backend.search(search.block.model, request: request)
    search.end(outcome, fixing: fixing)
    board.tally.count(nodes: outcome.nodes)
    board.raise(bound: bound)
    return outcome
  }
}

extension BackendControl {
  fileprivate var status: BackendStatus { interruption.isRequested ? .interrupted : .timeLimit }
}
