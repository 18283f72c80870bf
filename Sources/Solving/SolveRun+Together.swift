import Foundation
import OptionModel

extension SolveRun {
  /// Whether plan and proof are sought at the same time on two threads. Under a work limit they take turns, because
  /// what one learns from the other would depend on the clock.
  var worksTogether: Bool { budget.limits.timeLimit != nil && budget.limits.workLimit == nil }

  /// Of the options that a tree began with, fewer than this part may be left before it begins anew with those.
  private static let restartShare = 0.6

  /// Branch and bound on its own thread, block by block where the model falls apart; here neighbourhoods and annealing in
  /// turns, until it or the budget ends. When a much better plan has fixed many more options, or takes the model apart,
  /// the tree begins anew.
  func searchTogether() -> TerminationReason {
    guard board.current.selection != nil else { return searchTree() }
    var round: Int64 = 0
    var cutoff = Int64.min
    var blockSize = Self.firstBlockSize
    while true {
      if let search = dividedSearch(above: &cutoff) {
        searchBlocksTogether(search, round: &round)
        if let reason = finished { return reason }
      }
      let apart = { self.fallsApart(above: cutoff) }
      if let request = treeRequest(incumbent: board.current.selection) {
        if let answer = searchBesideTree(request, round: &round, isOver: apart) { return answer }
      } else {
        searchParts(blockSize: &blockSize, round: &round) {
          self.treeRequest(incumbent: self.board.current.selection) != nil || apart()
        }
      }
      if let reason = finished { return reason }
    }
  }

  /// Searches blocks of a model that is too large for one tree: by ties once, then around what the gap is due to; where
  /// these are of no use any more, better selections only.
  private func searchParts(blockSize: inout Int, round: inout Int64, isOver: () -> Bool) {
    if !hasSearchedTies {
      hasSearchedTies = true
      searchTies(round: &round, isOver: isOver)
    } else if blockSize < .max {
      searchGap(blockSize: &blockSize, round: &round, isOver: isOver)
    } else {
      improve(round: &round, isOver: isOver)
    }
  }

  /// One tree on its own thread until it is over, begins anew or ends; what it decides, if it does.
  private func searchBesideTree(
    _ request: TreeSearchRequest, round: inout Int64, isOver: () -> Bool
  ) -> TerminationReason? {
    let halt = Interruption()
    var request = request
    request.control = BackendControl(deadline: budget.deadline, interruption: halt)
    request.workers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    let (backend, model, searched) = (backend, model, request)
    let tree = BackgroundSearch(ended: budget.decided) { backend.search(model, request: searched) }
    let watch = ProofWatch(board, certification) { searched.proof.current.map { .tree($0) } }
    improve(round: &round) { isWorthRestarting(searched) || isOver() }
    halt.request()
    watch.stop()
    let outcome = tree.wait()
    let reason = conclude(outcome, of: searched)
    return outcome.status.isAnswer ? reason : nil
  }

  private func isWorthRestarting(_ request: TreeSearchRequest) -> Bool {
    guard let fixing = request.fixing else { return false }
    let isOpen = fixingFilter()
    let (before, now) = (0..<model.optionCount).reduce(into: (0, 0)) { counts, option in
      counts.0 += fixing.isOpen(option) ? 1 : 0
      counts.1 += isOpen(option) ? 1 : 0
    }
    return Double(now) < Self.restartShare * Double(before)
  }

  /// Until the solve is finished or `isOver`.
  func improve(round: inout Int64, isOver: () -> Bool) {
    repeat {
      searchNearby()
      searchNeighbourhoods(round: round, until: turn(ofShare: 0.06))
      round += 1
      if finished == nil, hasManyPlaces { annealLarge(round: round, until: budget.instant(afterShare: 0.1)) }
      if finished == nil, !hasManyPlaces {
        annealAgain(round: round, until: turn(ofShare: isLarge ? 0.2 : 0.1))
      }
    } while finished == nil && !isOver()
  }

  /// When a turn of so large a share of the time ends. Beside a tree it takes a second at most: only between turns is it seen
  /// that the tree is worth beginning anew.
  private func turn(ofShare share: Double) -> ContinuousClock.Instant? {
    guard let end = budget.instant(afterShare: share) else { return nil }
    return isLarge ? end : min(end, ContinuousClock.now + .seconds(1))
  }

  /// Block by block or the whole, whichever has gained more for its time lately.
  private func annealLarge(round: Int64, until end: ContinuousClock.Instant?) {
    var generator = SeededGenerator(seed: budget.limits.seed &+ UInt64(round))
    let (began, before) = (budget.seconds, board.current.objective ?? 0)
    let way = largeTurns.draw(&generator)
    if way == 0 { annealBlocks(until: end) } else { annealAgain(round: round, until: end) }
    largeTurns.note(way, gain: Double(before - (board.current.objective ?? 0)), work: max(1e-3, budget.seconds - began))
  }

  /// From the best selection, each time from another temperature, and for longer.
  private func annealAgain(round: Int64, until end: ContinuousClock.Instant?) {
    guard let best = board.current.selection else { return }
    let steps = stepsPerRun * min(8, 1 + round / 2)
    anneal(from: best, warmth: [0.3, 1, 0.1, 3][Int(round % 4)], steps: steps, until: end)
  }
}
