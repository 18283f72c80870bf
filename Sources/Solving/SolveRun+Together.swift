import Foundation
import OptionModel

extension SolveRun {
  /// Whether plan and proof are sought at the same time on two threads. Under a work limit they take turns, because
  /// what one learns from the other would depend on the clock.
  var worksTogether: Bool { budget.limits.timeLimit != nil && budget.limits.workLimit == nil }

  /// Branch and bound on its own thread; here neighbourhoods and annealing in turns, until it or the budget ends.
  func searchTogether() -> TerminationReason {
    guard let incumbent = board.current.selection else { return searchTree() }
    guard let request = treeRequest(incumbent: incumbent) else {
      improveUntilDecided()
      return finished ?? .timeLimit
    }
    var work = request
    work.workers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    let (backend, model, searched) = (backend, model, work)
    let tree = BackgroundSearch(ended: budget.decided) { backend.search(model, request: searched) }
    improveUntilDecided(proof: request.proof)
    return conclude(tree.wait(), of: request)
  }

  /// Now and then has the proof of the running tree checked.
  private func improveUntilDecided(proof: ProofInProgress? = nil) {
    var round: Int64 = 0
    while finished == nil {
      searchNeighbourhoods(round: round, until: budget.instant(afterShare: 0.06))
      round += 1
      if let proof = proof?.current { consider(.tree(proof)) }
      if finished == nil { annealAgain(round: round, until: budget.instant(afterShare: isLarge ? 0.2 : 0.1)) }
    }
  }

  /// From the best selection, each time from another temperature.
  private func annealAgain(round: Int64, until end: ContinuousClock.Instant?) {
    guard let best = board.current.selection else { return }
    anneal(from: best, warmth: [0.3, 1, 0.1, 3][Int(round % 4)], steps: stepsPerRun, until: end)
  }
}
