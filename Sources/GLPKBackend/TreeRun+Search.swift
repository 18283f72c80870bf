import CGLPK
import OptionModel
import Solving

/// Branch and bound of our own over GLPK's simplex. GLPK's own tree branches on single options, and of twenty options
/// forbidding one changes nothing: on contended models it needed several times as long for the same bound.
extension TreeRun {
  /// Root relaxation and, where asked for, cuts; then the tree.
  func solve() throws -> TreeSearchOutcome {
    let fixing = request.fixing
    let formulation = try TreeFormulation(model) { fixing?.isOpen($0) ?? true }
    guard formulation.optionColumns > 0 else { return settled(formulation) }
    var problem = GLPKProblem()
    try formulation.load(into: &problem)
    var loop = CutLoop(formulation, of: self)
    var root = Simplex.solve(problem, control: request.control)
    progress.work.charge(&problem)
    if root == .optimal, !request.cuts.isEmpty {
      root = try loop.run(&problem) { recorder.begin($0, cuts: $1, cutoff: wholeCutoff) }
    }
    guard root == .optimal else {
      return unsolved(root, problem, loop.reader) { recorder.begin($0, cuts: loop.pool, cutoff: wholeCutoff) }
    }
    if request.looksAround {
      NearbySearch(run: self, formulation: formulation, cuts: loop.active.map { loop.pool[$0].row }).search(from: problem)
      return progress.outcome(status: .workLimit)
    }
    let rootCutoff = wholeCutoff
    let bound = glp_get_obj_val(problem.pointer)
    recorder.begin(loop.reader.leaf(of: problem.pointer, limits: []), cuts: loop.pool, cutoff: rootCutoff)
    let excluded = excluded(among: formulation.optionColumns, problem.pointer, cutoff: rootCutoff)
    let reduced = try ReducedFormulation(formulation, excluding: excluded)
    guard !excluded.isEmpty, reduced.formulation.optionColumns > 0 else {
      let rows = loop.active.map { loop.pool[$0].row }
      return explore(problem, loop.reader, rows: rows, bound: bound, excluded: excluded)
    }
    problem = GLPKProblem()
    let rows = loop.active.map { reduced.row(loop.pool[$0].row) }
    try reduced.formulation.load(into: &problem)
    for row in rows { try problem.addRow(row) }
    let reader = LeafReader(formulation: reduced.formulation, pool: loop.pool, active: loop.active)
    root = Simplex.solve(problem, control: request.control)
    guard root == .optimal else { return unsolved(root, problem, reader) { recorder.close(0, $0) } }
    let nothing = ColumnSet(count: reduced.formulation.optionColumns)
    return explore(problem, reader, rows: rows, bound: bound, excluded: nothing)
  }

  /// The tree, from a solved root.
  func explore(
    _ problem: consuming GLPKProblem, _ reader: LeafReader, rows: [Cut], bound: Double, excluded: ColumnSet
  ) -> TreeSearchOutcome {
    let tree = TreeContext(
      run: self, reader: reader, cutRows: rows,
      clusters: RelaxationView(problem.pointer, reader.formulation).clusters(cutoff: cutoff))
    let nodes = NodeProblem(problem, optionColumns: reader.formulation.optionColumns)
    tree.shared.add(
      TreeNode(
        bound: max(bound, glp_get_obj_val(nodes.pointer)), excluded: excluded, basis: nodes.basis(), number: 0,
        place: request.fixing == nil ? -1 : 0))
    noteBound(tree.shared)
    var worker = TreeWorker(number: 0, context: tree, problem: nodes)
    let helpers = TreeHelpers(tree)
    let stop = worker.work()
    helpers.wait()
    return conclude(tree.shared, stop: stop)
  }

  /// A root without a solution; where fixing took options out, that only says that nothing is better than its cutoff.
  private func unsolved(
    _ root: BackendStatus, _ problem: borrowing GLPKProblem, _ reader: LeafReader, prove: (TreeProof.Leaf) -> Void
  ) -> TreeSearchOutcome {
    guard root == .infeasible, progress.current.objective != nil else { return progress.outcome(status: root) }
    if let leaf = reader.infeasibleLeaf(of: problem.pointer, limits: [], cutoff: pruningValue) { prove(leaf) }
    return nothingIsBetter()
  }

  /// Nothing is left to choose.
  private func settled(_ formulation: TreeFormulation) -> TreeSearchOutcome {
    let selection = Selection(formulation.base)
    if model.violations(of: selection).isEmpty {
      offer(selection, objective: model.objective(of: selection))
    }
    return nothingIsBetter()
  }

  /// Options that would lift the relaxation over the cutoff, a little beyond what tolerances blur.
  private func excluded(among columns: Int, _ problem: OpaquePointer, cutoff: Int64) -> ColumnSet {
    var excluded = ColumnSet(count: columns)
    guard cutoff < .max, request.fixing != nil else { return excluded }
    let room = Self.pruningValue(Double(cutoff) / ScaledProblem.micropointsPerPoint) - glp_get_obj_val(problem)
    for column in 0..<columns where glp_get_col_stat(problem, Int32(column + 1)) == GLP_NL {
      if glp_get_col_dual(problem, Int32(column + 1)) > room { excluded.insert(column) }
    }
    return excluded
  }

  /// The objective of the best selection known here or elsewhere, in micropoints.
  var bestKnown: Int64? { [progress.current.objective, request.cutoff?()].compactMap { $0 }.min() }

  /// What costs at least so many micropoints is no better than the best known selection.
  private var wholeCutoff: Int64 { bestKnown.map { grid.cutoff(below: $0) } ?? .max }

  /// What a node must stay below to be of use, in points: half a micropoint below `wholeCutoff`.
  var cutoff: Double {
    guard bestKnown != nil else { return .infinity }
    return (Double(wholeCutoff) - 0.5) / ScaledProblem.micropointsPerPoint
  }

  /// Nodes end a little above the cutoff, so that their leaves reach it in exact numbers too.
  var pruningValue: Double { Self.pruningValue(cutoff) }

  private static func pruningValue(_ cutoff: Double) -> Double {
    cutoff + ClaimedBound.tolerance * (1 + cutoff.magnitude)
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

  var isWorkSpent: Bool { request.workLimit.map { progress.work.units >= $0 } ?? false }

  func reasonToStop(nodes: Int) -> TreeStop? {
    if request.control.interruption.isRequested { return .interruption }
    if request.control.isOver { return .deadline }
    if let limit = request.nodeLimit, nodes >= limit { return .work }
    if isWorkSpent { return .work }
    guard let objective = bestKnown, let bound = progress.current.bound else { return nil }
    return Gap.isReached(objective: objective, bound: bound, limits: request.limits) ? .gap : nil
  }

  private func conclude(_ tree: SharedTree, stop: TreeStop?) -> TreeSearchOutcome {
    noteBound(tree)
    if let stop { return progress.outcome(status: stop.status) }
    if tree.hasAbandoned { return progress.outcome(status: .failed("glp_simplex: gave up on a node")) }
    // Nothing lies between the cutoff and the best selection.
    progress.raise(bound: bestKnown, nodes: tree.nodes)
    return progress.outcome(status: cutoff.isFinite ? .optimal : .infeasible)
  }
}
