import OptionModel

extension SolveRun {
  /// Of the time, for one look around the relaxation, and no longer than that.
  private static let shareOfTime = 0.1
  private static let mostTime = Duration.seconds(2)
  /// Of the work that is left.
  private static let shareOfWork: Int64 = 4

  /// Better selections where relaxation and best selection differ, by small trees over the cuts of a root; nothing where
  /// there is no new best selection since the last time, or too many options are open.
  func searchNearby() {
    let current = board.current
    guard let selection = current.selection, canLookAround, current.objective != lookedAround else { return }
    let fixing = optionFixing(incumbent: selection)
    guard (0..<model.optionCount).count(where: fixing.isOpen) <= Self.mostOptionsForSimplex else { return }
    board.enter(.neighbourhoods)
    let board = board
    var request = TreeSearchRequest(
      control: budget.control(), incumbent: selection, workLimit: budget.remainingWork.map { $0 / Self.shareOfWork },
      cuts: .all
    ) { news in
      if let improvement = news.improvement { board.offer(improvement.selection) }
    }
    if let end = budget.instant(afterShare: Self.shareOfTime) {
      request.control.deadline = min(end, ContinuousClock.now + Self.mostTime)
    }
    request.looksAround = true
    request.fixing = fixing
    request.cutoff = { board.current.objective }
    let outcome = backend.search(model, request: request)
    budget.spend(tree: outcome.work)
    note(outcome.status)
    lookedAround = board.current.objective
    // The root alone took all the time: it would again.
    if request.control.isOver, lookedAround == current.objective { canLookAround = false }
  }
}
