import OptionModel

extension SolveRun {
  /// For a model that local search found no feasible selection of: minimises the broken limits instead. Returns
  /// `infeasible` when that is proved or the backend is sure, `nil` to go on.
  func repair(_ relaxation: LinearRelaxation) -> TerminationReason? {
    guard let elastic = ElasticModel.of(model) else { return nil }
    let control =
      isLarge
      ? BackendControl(deadline: budget.instant(afterShare: 0.15), interruption: budget.interruption)
      : budget.control(untilShare: 0.8)
    let permitted = elastic.attainableLoads()
    let proves = { Lagrangian(elastic, multipliers: $0, permitted: permitted).bound > 0 }
    var dual = SmoothedDual(elastic, permitted: permitted) { control.isOver }
    if proves(dual.maximise()) { return .infeasible }
    if !isLarge, let multipliers = backend.relax(elastic, control: control).multipliers, proves(multipliers) {
      return .infeasible
    }
    guard !isLarge else {
      annealUntilFeasible()
      return nil
    }
    let board = board
    let outcome = backend.search(
      elastic,
      request: TreeSearchRequest(control: control, workLimit: budget.remainingWork) { news in
        if let improvement = news.improvement { board.offer(improvement.selection) }
      })
    budget.spend(tree: outcome.work)
    statistics.nodes += Int64(outcome.nodes)
    if let selection = outcome.selection { board.offer(selection) }
    note(outcome.status)
    guard board.current.selection == nil else { return nil }
    let isSure = outcome.status == .optimal && (outcome.objective ?? 0) > 0
    return isSure || relaxation.status == .infeasible ? .infeasible : nil
  }
}
