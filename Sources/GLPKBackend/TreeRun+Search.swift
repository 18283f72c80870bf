import CGLPK
import OptionModel
import Solving

/// Branch and bound of our own over GLPK's simplex. GLPK's own tree branches on single options, and of twenty options
/// forbidding one changes nothing: on contended models it needed several times as long for the same bound.
extension TreeRun {
  /// Root relaxation and, where asked for, cuts; then the tree.
  func solve() throws -> TreeSearchOutcome {
    let formulation = try Formulation(model)
    let factors = ScaledProblem.rowFactors(of: formulation)
    var problem = GLPKProblem()
    try ScaledProblem.load(formulation, factors: factors, into: &problem)
    var root = Simplex.solve(problem, control: request.control)
    guard root == .optimal else { return progress.outcome(status: root) }
    if request.cuts {
      var loop = CutLoop(
        formulation, factors: factors, witnesses: witnesses(formulation, factors), control: request.control)
      root = try loop.run(&problem)
      guard root == .optimal else { return progress.outcome(status: root) }
    }
    let cuts = problem.cuts(after: formulation.rows.count)
    let nodes = NodeProblem(problem, optionCount: model.optionCount)
    let tree = SharedTree()
    tree.add(
      TreeNode(
        bound: glp_get_obj_val(nodes.pointer), excluded: ColumnSet(count: model.optionCount), basis: nodes.basis(),
        number: 0))
    noteBound(tree)
    var worker = TreeWorker(
      number: 0, run: self, tree: tree, formulation: formulation, factors: factors, problem: nodes)
    let helpers = TreeHelpers(run: self, tree: tree, cuts: cuts)
    let stop = worker.work()
    helpers.wait()
    return conclude(tree, stop: stop)
  }

  /// What a node must stay below to be of use, in points: half a micropoint better than the best known selection.
  var cutoff: Double {
    let objectives = [progress.current.objective, request.cutoff?()].compactMap { $0 }
    guard let best = objectives.min() else { return .infinity }
    return (Double(best) - 0.5) / ScaledProblem.micropointsPerPoint
  }

  func offer(_ selection: Selection, objective: Int64) {
    guard progress.offer(selection, objective: objective) else { return }
    request.report?(
      TreeSearchReport(
        improvement: (selection, objective), bound: progress.current.bound, nodes: progress.current.nodes))
  }

  /// Publishes what the open nodes prove: no better than the cutoff, which has pruned the others.
  func noteBound(_ tree: SharedTree) {
    let before = progress.current.bound
    progress.raise(bound: ClaimedBound.micropoints(min(tree.bound, cutoff)), nodes: tree.nodes)
    let current = progress.current
    if current.bound != before {
      request.report?(TreeSearchReport(improvement: nil, bound: current.bound, nodes: current.nodes))
    }
  }

  func reasonToStop(nodes: Int) -> TreeStop? {
    if request.control.interruption.isRequested { return .interruption }
    if request.control.isOver { return .deadline }
    if let limit = request.nodeLimit, nodes >= limit { return .nodes }
    let current = progress.current
    let objectives = [current.objective, request.cutoff?()].compactMap { $0 }
    guard let objective = objectives.min(), let bound = current.bound else { return nil }
    return Gap.isReached(objective: objective, bound: bound, limits: request.limits) ? .gap : nil
  }

  private func witnesses(_ formulation: Formulation, _ factors: [Double]) -> [[Double]] {
    guard let selection = progress.current.selection else { return [] }
    return [ColumnValues.of(selection, model: model, formulation: formulation, factors: factors)]
  }

  private func conclude(_ tree: SharedTree, stop: TreeStop?) -> TreeSearchOutcome {
    noteBound(tree)
    if let stop { return progress.outcome(status: stop.status) }
    if tree.hasAbandoned { return progress.outcome(status: .failed("glp_simplex: gave up on a node")) }
    return progress.outcome(status: cutoff.isFinite ? .optimal : .infeasible)
  }
}
