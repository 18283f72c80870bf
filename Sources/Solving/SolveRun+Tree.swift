import OptionModel

extension SolveRun {
  /// Branch and bound to the end of the budget on the options that can still be part of a better selection.
  func searchTree() -> TerminationReason {
    board.enter(.branchAndBound)
    guard let incumbent = board.current.selection else { return searchWholeTree() }
    let groups = Array(0..<model.groupCount)
    guard let restriction = Restriction(model, at: incumbent, freeing: groups, keeping: fixingFilter()) else {
      return nothingIsBetter()
    }
    statistics.optionsAfterFixing = restriction.model.optionCount
    let outcome = tree(restriction.model, incumbent: restriction.start) { restriction.whole($0) }
    // Whatever fixing removed is no better than the incumbent at that time, so the optimum of the whole model is
    // at least the smaller of that objective and the restriction's bound.
    return conclude(outcome, removedBound: model.objective(of: incumbent))
  }

  /// Without an incumbent nothing can be fixed.
  private func searchWholeTree() -> TerminationReason {
    conclude(tree(model, incumbent: nil) { $0 }, removedBound: .max)
  }

  /// Every option but the incumbent's is fixed away: an exact proof.
  func nothingIsBetter() -> TerminationReason {
    if let objective = board.current.objective { board.raise(bound: objective) }
    statistics.optionsAfterFixing = 0
    return .optimal
  }

  private func tree(
    _ model: OptionModel, incumbent: Selection?, whole: @escaping @Sendable (Selection) -> Selection
  ) -> TreeSearchOutcome {
    let outcome = backend.search(model, request: treeRequest(incumbent: incumbent, whole: whole))
    account(for: outcome, whole: whole)
    return outcome
  }

  /// What branch and bound is to do; its news go to the board.
  func treeRequest(
    incumbent: Selection?, whole: @escaping @Sendable (Selection) -> Selection
  ) -> TreeSearchRequest {
    let board = board
    let removedBound = board.current.objective ?? .max
    var limits = budget.limits
    if limits.certified { (limits.gap, limits.absoluteGap) = (0, 0) }
    var request = TreeSearchRequest(
      control: budget.control(), incumbent: incumbent, nodeLimit: budget.remainingNodes, limits: limits,
      cuts: true
    ) { news in
      board.tally.raise(treeNodes: news.nodes)
      if let improvement = news.improvement { board.offer(whole(improvement.selection)) }
      if let bound = news.bound { board.raise(bound: min(bound, removedBound)) }
    }
    request.cutoff = { board.current.objective }
    return request
  }

  func account(for outcome: TreeSearchOutcome, whole: (Selection) -> Selection) {
    budget.spend(nodes: outcome.nodes)
    board.tally.raise(treeNodes: outcome.nodes)
    statistics.nodes += Int64(outcome.nodes)
    if let selection = outcome.selection { board.offer(whole(selection)) }
    note(outcome.status)
  }

  func conclude(_ outcome: TreeSearchOutcome, removedBound: Int64) -> TerminationReason {
    if let bound = outcome.bound { board.raise(bound: min(bound, removedBound)) }
    switch outcome.status {
    case .optimal: return .optimal
    case .infeasible: return board.current.selection == nil ? .infeasible : .backendFailed
    case .gapReached: return .gapReached
    case .timeLimit: return .timeLimit
    case .nodeLimit: return .workLimit
    case .interrupted: return .interrupted
    case .failed: return .backendFailed
    }
  }
}
