import OptionModel
import Synchronization

/// Branch and bound block by block: a tree for each, whose bounds add up.
///
/// Every block gets a short turn by its size, then those that are still open one twice as long, and so on, the largest gap
/// first: no block waits for long, and each turn begins with the options that the selections of the others have left. The
/// last block gets all the rest.
struct DividedSearch: Sendable {
  /// Of the first turn: about twice what the root of a tree takes with its cuts.
  private static let secondsPerOption = 0.0005
  private static let workPerOption = 60.0

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
    let spent = Mutex((nodes: 0, work: Int64(0), failure: BackendStatus?.none))
    @Sendable func search(_ block: BlockSearch, _ control: BackendControl, _ limit: Int64?) {
      let outcome = self.search(block, control: control, workLimit: limit, sharesNews: workLimit == nil)
      spent.withLock { spent in
        spent.nodes += outcome.nodes
        spent.work += outcome.work
        if case .failed = outcome.status { spent.failure = outcome.status }
      }
    }
    let areTimed = workLimit == nil && control.deadline != nil
    var length = 1.0
    while !isOver() {
      let blocks = length == 1 ? open { Int64(-$0.openCount) } : open { $0.gap }
      let sizes = blocks.map { Double($0.openCount + 1) }
      let rests = sizes.indices.map { sizes[$0...].reduce(0, +) }
      let before = spent.withLock(\.work)
      let left = workLimit.map { $0 - before } ?? .max
      guard !blocks.isEmpty, left > 0 else { break }
      let perOption = blocks.count == 1 ? .infinity : length
      Turns.run(blocks.count, threads: threads, isOver: isOver) { index in
        let turn = perOption * sizes[index]
        var own = control
        own.deadline = control.share(
          of: Double(threads) * sizes[index] / rests[index],
          atMost: areTimed ? turn * Self.secondsPerOption : .infinity)
        let work = min(areTimed ? .infinity : turn * Self.workPerOption, Double(left) * sizes[index] / rests[0])
        search(blocks[index], own, work < Double(Int64.max) ? max(1, Int64(work)) : nil)
      }
      // Nothing that could be searched.
      guard spent.withLock(\.work) > before else { break }
      length *= 2
    }
    let (nodes, work, failure) = spent.withLock { $0 }
    let status = isClosed ? .optimal : control.isOver ? control.status : failure ?? .workLimit
    return TreeSearchOutcome(status: status, nodes: nodes, work: work)
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
  /// When this part of the time that is left is over, or so many seconds; `nil` without a deadline.
  fileprivate func share(of part: Double, atMost seconds: Double) -> ContinuousClock.Instant? {
    deadline.map { deadline in
      let now = ContinuousClock.now
      let share = part < 1 ? now + (deadline - now) * part : deadline
      return seconds.isFinite ? min(share, now + .seconds(seconds)) : share
    }
  }

  fileprivate var status: BackendStatus { interruption.isRequested ? .interrupted : .timeLimit }
}
