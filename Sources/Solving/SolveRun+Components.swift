import Foundation
import OptionModel

extension SolveRun {
  /// The search block by block, where the best selection shows that the model falls apart with more to prove than up to a
  /// cutoff, which rises to that of the division.
  func dividedSearch(above cutoff: inout Int64) -> DividedSearch? {
    guard let lagrangian, let selection = board.current.selection,
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

  /// Whether the model is going to fall apart once a selection is half a percent above the bound. O(size of the model).
  var mayFallApart: Bool {
    guard let lagrangian else { return false }
    let (bound, room) = (lagrangian.bound, Int64(0.005 * Double(lagrangian.bound.magnitude)))
    let (cutoff, overflow) = bound.addingReportingOverflow(room)
    return !overflow && Partition(model, isOpen: { lagrangian.canImprove(on: cutoff, option: $0) }) != nil
  }

  /// Whether the model falls apart by now. O(size of the model).
  func fallsApart(above cutoff: Int64) -> Bool {
    guard cutoff < .max, let lagrangian, let selection = board.current.selection else { return false }
    return OpenPartition(model, lagrangian: lagrangian, selection: selection, above: cutoff) != nil
  }

  /// One block after the other or, as long as nothing ends the search early, several at a time.
  func searchBlocks(_ search: DividedSearch) {
    board.enter(.branchAndBound)
    let (board, limits) = (board, budget.limits)
    let mayEndEarly = limits.gap > 0 || limits.absoluteGap > 0
    let outcome = search.run(
      control: budget.control(), nodeLimit: budget.remainingNodes.map { $0 / SolveBudget.weightOfTreeNode },
      threads: mayEndEarly ? 1 : ProcessInfo.processInfo.activeProcessorCount
    ) {
      let current = board.current
      guard mayEndEarly, !limits.certified, let objective = current.objective, let bound = current.bound else {
        return false
      }
      return Gap.isReached(objective: objective, bound: bound, limits: limits)
    }
    conclude(outcome, of: search)
  }

  /// The same on its own thread, and meanwhile better selections here.
  func searchBlocksTogether(_ search: DividedSearch, round: inout Int64) {
    let (board, halt, ended) = (board, Interruption(), Interruption())
    let control = BackendControl(deadline: budget.deadline, interruption: halt)
    let background = BackgroundSearch(ended: budget.decided) {
      defer { ended.request() }
      var outcome = search.run(
        control: control, nodeLimit: nil, threads: max(1, ProcessInfo.processInfo.activeProcessorCount - 1))
      board.offer(search.combined)
      // Blocks may all be done, and yet their best choices break a limit that they were paid for.
      let current = board.current
      if let objective = current.objective, current.bound ?? .min < objective { outcome.status = .nodeLimit }
      return outcome
    }
    improve(round: &round, proof: { search.proof }) {
      if let selection = board.current.selection { search.learn(from: selection) }
      return ended.isRequested || search.isExhausted
    }
    halt.request()
    conclude(background.wait(), of: search)
  }

  private func conclude(_ outcome: TreeSearchOutcome, of search: DividedSearch) {
    budget.spend(nodes: outcome.nodes * SolveBudget.weightOfTreeNode)
    statistics.nodes += Int64(outcome.nodes)
    note(outcome.status)
    offerMended(search.combined, until: budget.instant(afterShare: 0.05))
    board.raise(bound: search.bound)
    consider(search.proof)
  }
}
