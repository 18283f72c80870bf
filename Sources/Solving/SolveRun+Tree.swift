import OptionModel

extension SolveRun {
  /// Branch and bound to the end of the budget on the options that can still be part of a better selection.
  func searchTree() -> TerminationReason {
    board.enter(.branchAndBound)
    guard let request = treeRequest(incumbent: board.current.selection) else { return finished ?? .timeLimit }
    return conclude(backend.search(model, request: request), of: request)
  }

  /// What branch and bound is to do; its news go to the board. `nil` when the model is too large for it.
  func treeRequest(incumbent: Selection?) -> TreeSearchRequest? {
    let (board, grid) = (board, grid)
    let fixing = optionFixing(incumbent: incumbent)
    statistics.optionsAfterFixing = (0..<model.optionCount).count { fixing.isOpen($0) }
    guard statistics.optionsAfterFixing ?? 0 <= Self.mostOptionsForSimplex else { return nil }
    var limits = budget.limits
    if limits.certified { (limits.gap, limits.absoluteGap) = (0, 0) }
    var request = TreeSearchRequest(
      control: budget.control(), incumbent: incumbent, workLimit: budget.remainingWork, limits: limits, cuts: .all
    ) { news in
      board.tally.raise(treeNodes: news.nodes)
      if let improvement = news.improvement { board.offer(improvement.selection) }
      if let bound = news.bound { board.raise(bound: min(bound, grid.roundedUp(fixing.cutoff))) }
    }
    request.cutoff = { board.current.objective }
    request.fixing = fixing
    return request
  }

  /// Without an incumbent nothing can be fixed.
  func optionFixing(incumbent: Selection?) -> OptionFixing {
    guard let lagrangian, let incumbent else {
      return OptionFixing(model, multipliers: Multipliers(Array(repeating: 0, count: model.resourceCount)))
    }
    return OptionFixing(
      lagrangian, cutoff: grid.cutoff(below: model.objective(of: incumbent)), optionCount: model.optionCount)
  }

  /// Whatever fixing removed costs at least its cutoff: so the tree bounds the whole model up to there.
  func conclude(_ outcome: TreeSearchOutcome, of request: TreeSearchRequest) -> TerminationReason {
    budget.spend(tree: outcome.work)
    board.tally.end(treeNodes: outcome.nodes)
    statistics.nodes += Int64(outcome.nodes)
    if let selection = outcome.selection { board.offer(selection) }
    note(outcome.status)
    if let bound = outcome.bound { board.raise(bound: min(bound, grid.roundedUp(request.fixing?.cutoff ?? .max))) }
    if let proof = request.proof.current { certification.consider(.tree(proof)) }
    switch outcome.status {
    case .optimal: return .optimal
    case .infeasible: return board.current.selection == nil ? .infeasible : .backendFailed
    case .gapReached: return .gapReached
    case .timeLimit: return .timeLimit
    case .workLimit: return .workLimit
    case .interrupted: return .interrupted
    case .failed: return .backendFailed
    }
  }
}
