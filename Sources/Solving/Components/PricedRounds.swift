import OptionModel
import Synchronization

/// Searches of one division, one after the other, at better and better prices: once all blocks are done, what is left of
/// the gap is due to what they pay for the resources that join them.
final class PricedRounds: Sendable {
  /// Rounds without a notably better bound after which it is given up.
  private static let patience = 4
  /// Notable is this part of the gap that was left: steps that go on getting smaller have no end of their own.
  private static let notablePart: Int64 = 50

  private let board: SolveBoard
  private let searches: Mutex<(best: DividedSearch, current: DividedSearch)>

  init(_ first: DividedSearch, board: SolveBoard) {
    self.board = board
    searches = Mutex((first, first))
  }

  /// With the best bound so far.
  var best: DividedSearch { searches.withLock(\.best) }
  private var current: DividedSearch { searches.withLock(\.current) }

  /// Takes over what a better selection of the whole does better in single blocks.
  func learn(from whole: Selection) { current.learn(from: whole) }

  /// As `DividedSearch.run`.
  func run(
    control: BackendControl, workLimit: Int64?, threads: Int, isEnough: @escaping @Sendable () -> Bool = { false }
  ) -> TreeSearchOutcome {
    var (fruitless, nodes, work) = (0, 0, Int64(0))
    while true {
      let search = current
      let outcome = search.run(
        control: control, workLimit: workLimit.map { $0 - work }, threads: threads, isEnough: isEnough)
      nodes += outcome.nodes
      work += outcome.work
      board.offer(search.combined)
      let gained = keepBest(search)
      let left = (board.current.objective ?? .max).subtractingReportingOverflow(best.bound).partialValue
      fruitless = gained > max(0, left / Self.notablePart) ? 0 : fruitless + 1
      let isSpent = control.isOver || isEnough() || work >= workLimit ?? .max
      guard !isSpent, fruitless < Self.patience, let objective = board.current.objective,
        let next = search.repriced(towards: objective)
      else { return TreeSearchOutcome(status: outcome.status, nodes: nodes, work: work) }
      searches.withLock { $0.current = next }
    }
  }

  /// Returns by how much the bound is better than that of all rounds before, in micropoints.
  private func keepBest(_ search: DividedSearch) -> Int64 {
    searches.withLock { searches in
      let gained = search.bound.subtractingReportingOverflow(searches.best.bound).partialValue
      guard search.bound > searches.best.bound else { return 0 }
      searches.best = search
      return max(0, gained)
    }
  }
}
