import Foundation
import OptionModel

extension SolveRun {
  /// The search block by block, where the best selection shows that the model falls apart with more to prove than up to a
  /// cutoff, which rises to that of the division.
  func dividedSearch(above cutoff: inout Int64) -> DividedSearch? {
    guard !isTooLateForTrees, let lagrangian, let selection = board.current.selection,
      let partition = OpenPartition(model, lagrangian: lagrangian, selection: selection, above: cutoff)
    else { return nil }
    cutoff = .max
    guard let division = Division(model, partition, lagrangian: lagrangian, grid: grid),
      let search = DividedSearch(division, start: selection, backend: backend, board: board)
    else { return nil }
    cutoff = division.cutoff
    statistics.optionsAfterFixing = search.openCount
    return search
  }

  /// Blocks with less than this part of the gap make way for larger ones.
  private static let leastLeft = 0.05
  /// The largest number of options of the first blocks around a gap.
  static let firstBlockSize = 3_000
  /// Larger models are not taken apart: a copy of all that is priced away would cost too much.
  private static let mostOptionsForBlocks = 500_000
  /// Of the time; later there is too little left for trees.
  private static let lastStart = 0.9

  /// Whether so little time is left that taking a large model apart, which takes seconds where it is huge, gains nothing.
  private var isTooLateForTrees: Bool {
    isLarge && budget.instant(atShare: Self.lastStart).map { ContinuousClock.now >= $0 } ?? false
  }

  /// The search in blocks around what the gap is due to, for a model that is too large for one tree; `blockSize` is doubled
  /// for those that follow. `nil` where there are none left.
  private func gapSearch(blockSize: inout Int) -> DividedSearch? {
    guard !isTooLateForTrees, let lagrangian, let selection = board.current.selection,
      model.optionCount <= Self.mostOptionsForBlocks
    else { return nil }
    while blockSize <= Self.mostOptionsForSimplex {
      let size = blockSize
      blockSize *= 2
      let isLast = blockSize > Self.mostOptionsForSimplex
      guard let gap = GapPartition(model, lagrangian: lagrangian, selection: selection, mostOptions: size),
        let division = Division(model, OpenPartition(model, Partition(gap)), lagrangian: lagrangian, grid: grid),
        let search = DividedSearch(division, start: selection, backend: backend, board: board)
      else { continue }
      // Where whole resources do not fit in, larger blocks show more.
      if isLast || search.largestOpenCount > size / 4 { return search }
    }
    return nil
  }

  /// The search in blocks by ties; `nil` where there are none.
  private func tieSearch() -> DividedSearch? {
    guard !isTooLateForTrees, let lagrangian, let selection = board.current.selection, let ties else { return nil }
    let open = OpenPartition(model, Partition(ties), lagrangian: lagrangian, selection: selection)
    guard let division = Division(model, open, lagrangian: lagrangian, grid: grid) else { return nil }
    return DividedSearch(division, start: selection, backend: backend, board: board)
  }

  /// Searches blocks by ties until `isOver`.
  func searchTies(round: inout Int64, isOver: () -> Bool) {
    if let search = tieSearch() { searchBlocksTogether(search, round: &round, isOver: isOver) }
  }

  /// Searches blocks around what the gap is due to until all are done or `isOver`; larger ones may follow.
  func searchGap(blockSize: inout Int, round: inout Int64, isOver: () -> Bool) {
    guard let search = gapSearch(blockSize: &blockSize) else { return blockSize = .max }
    let isLast = blockSize > Self.mostOptionsForSimplex
    searchBlocksTogether(search, round: &round) { isOver() || (!isLast && isNearlyDone(search)) }
  }

  /// Whether larger blocks have more to show than what is left in these.
  private func isNearlyDone(_ search: DividedSearch) -> Bool {
    let current = board.current
    guard let objective = current.objective, let bound = current.bound else { return false }
    return Double(search.openGap) < Self.leastLeft * Double(objective - bound)
  }

  /// Whether blocks around the gap are going to be searched and annealing has other turns beside them.
  var hasPartsOfGap: Bool { hasManyPlaces && model.optionCount <= Self.mostOptionsForBlocks }

  /// The blocks by ties under the multipliers so far, for a model that is too large for one tree. Where there are few
  /// groups, a few of them make most of the gap, and blocks around those show more.
  func tiePartition() -> TiePartition? {
    guard hasManyPlaces, let lagrangian, model.optionCount <= Self.mostOptionsForBlocks else { return nil }
    return TiePartition(model, lagrangian: lagrangian, mostOptions: Self.mostOptionsForSimplex)
  }

  /// Whether the model is going to fall apart once a selection is half a percent above the bound. O(size of the model).
  var mayFallApart: Bool {
    guard let lagrangian else { return false }
    let (bound, room) = (lagrangian.bound, Int64(0.005 * Double(lagrangian.bound.magnitude)))
    let (cutoff, overflow) = bound.addingReportingOverflow(room)
    return !overflow && Partition(model, isOpen: { lagrangian.canImprove(on: cutoff, option: $0) }) != nil
  }

  /// Whether the model falls apart by now. O(size of the model).
  func fallsApart(above cutoff: Int64) -> Bool {
    guard cutoff < .max, !isTooLateForTrees, let lagrangian, let selection = board.current.selection else {
      return false
    }
    return OpenPartition(model, lagrangian: lagrangian, selection: selection, above: cutoff) != nil
  }

  /// Block by block as long as the model falls apart and blocks prove more: one after the other or, as long as nothing ends
  /// the search early, several at a time. Returns why the solve can end then, if it can.
  func searchBlocks() -> TerminationReason? {
    var cutoff = Int64.min
    let (board, limits) = (board, budget.limits)
    let mayEndEarly = limits.gap > 0 || limits.absoluteGap > 0
    while finished == nil, let search = dividedSearch(above: &cutoff) {
      board.enter(.branchAndBound)
      let rounds = PricedRounds(search, board: board)
      let outcome = rounds.run(
        control: budget.control(), workLimit: budget.remainingWork,
        threads: mayEndEarly ? 1 : ProcessInfo.processInfo.activeProcessorCount
      ) {
        let current = board.current
        guard mayEndEarly, !limits.certified, let objective = current.objective, let bound = current.bound else {
          return false
        }
        return Gap.isReached(objective: objective, bound: bound, limits: limits)
      }
      conclude(outcome, of: rounds)
    }
    return finished
  }

  /// The same on its own thread, and meanwhile better selections here.
  func searchBlocksTogether(
    _ search: DividedSearch, round: inout Int64, isOver: () -> Bool = { false }
  ) {
    let (board, halt, ended) = (board, Interruption(), Interruption())
    let control = BackendControl(deadline: budget.deadline, interruption: halt)
    let rounds = PricedRounds(search, board: board)
    let background = BackgroundSearch(ended: budget.decided) {
      defer { ended.request() }
      var outcome = rounds.run(
        control: control, workLimit: nil, threads: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
      // Blocks may all be done, and yet a gap be left.
      let current = board.current
      if let objective = current.objective, current.bound ?? .min < objective { outcome.status = .workLimit }
      return outcome
    }
    let watch = ProofWatch(board, certification) { rounds.best.proof }
    improve(round: &round) {
      if let selection = board.current.selection { rounds.learn(from: selection) }
      return ended.isRequested || rounds.best.isExhausted || isOver()
    }
    halt.request()
    watch.stop()
    conclude(background.wait(), of: rounds)
  }

  private func conclude(_ outcome: TreeSearchOutcome, of rounds: PricedRounds) {
    budget.spend(tree: outcome.work)
    statistics.nodes += Int64(outcome.nodes)
    note(outcome.status)
    let best = rounds.best
    if best.division.isWhole { offerMended(best.combined, until: budget.instant(afterShare: 0.05)) }
    board.raise(bound: best.bound)
    certification.consider(best.proof)
  }
}
