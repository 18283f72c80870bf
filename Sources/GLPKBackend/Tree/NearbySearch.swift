import CGLPK
import OptionModel
import Solving

/// Small trees over the groups for which the relaxation of a root, with its cuts, and the best selection differ: there
/// the better selections are (E. Danna, E. Rothberg and C. Le Pape, "Exploring relaxation induced neighborhoods to improve
/// MIP solutions", Mathematical Programming 102, 2005, pages 71-90).
struct NearbySearch {
  /// What an option of a tree may cost by itself, as a part of the room between relaxation and best selection.
  private static let shares = [0.2, 0.5]
  private static let mostTrees = 6
  private static let nodesPerTree = 1_500
  private static let mostColumns = 1_000

  let run: TreeRun
  let formulation: TreeFormulation
  /// The cuts that the root has as rows.
  let cuts: [Cut]

  /// Wider and wider, again where something better was found.
  func search(from problem: borrowing GLPKProblem) {
    let costs = RelaxationView(problem.pointer, formulation).reducedCosts
    let point = costs.indices.map { glp_get_col_prim(problem.pointer, Int32($0 + 1)) }
    let value = glp_get_obj_val(problem.pointer)
    var place = 0
    for _ in 0..<Self.mostTrees where run.reasonToStop(nodes: 0) == nil {
      guard place < Self.shares.count, let best = run.progress.current.selection else { return }
      let (before, room) = (run.bestKnown, run.cutoff - value)
      guard room.isFinite, room > 0 else { return }
      _ = try? tree(far(costs, beyond: Self.shares[place] * room, best, point))
      if run.bestKnown ?? .max >= before ?? .max { place += 1 }
    }
  }

  /// The columns that cost more than a number of points, and all but the chosen ones of groups for which a point agrees with
  /// the best selection.
  private func far(_ costs: [Double], beyond limit: Double, _ best: Selection, _ point: [Double]) -> ColumnSet {
    var far = ColumnSet(count: costs.count)
    for (group, columns) in zip(formulation.groups, formulation.groupColumns) {
      let chosen = columns.first { Int(formulation.options[$0]) == best[Int(group)] }
      let agrees = chosen.map { point[$0] > 0.999 } ?? false
      for column in columns where column != chosen && (agrees || costs[column] > limit) { far.insert(column) }
    }
    return far
  }

  /// Nothing where too many columns are left.
  private func tree(_ far: ColumnSet) throws {
    let reduced = try ReducedFormulation(formulation, excluding: far)
    guard 1...Self.mostColumns ~= reduced.formulation.optionColumns else { return }
    var problem = GLPKProblem()
    try reduced.formulation.load(into: &problem)
    for cut in cuts { try problem.addRow(reduced.row(cut)) }
    let status = Simplex.solve(problem, control: run.request.control)
    run.progress.work.charge(&problem)
    guard status == .optimal else { return }
    run.nearby(nodes: Self.nodesPerTree).explore(problem, reduced.formulation)
  }
}

extension TreeRun {
  /// A tree that proves nothing, for selections only: what it finds is offered here.
  fileprivate func nearby(nodes: Int) -> TreeRun {
    var request = TreeSearchRequest(
      control: request.control, nodeLimit: nodes, workLimit: request.workLimit
    ) { news in
      if let (selection, objective) = news.improvement { offer(selection, objective: objective) }
    }
    request.cutoff = { bestKnown }
    return TreeRun(model: model, request: request, work: progress.work)
  }

  fileprivate func explore(_ problem: consuming GLPKProblem, _ formulation: TreeFormulation) {
    let bound = glp_get_obj_val(problem.pointer)
    let reader = LeafReader(formulation: formulation, pool: [], active: [])
    let nothing = ColumnSet(count: formulation.optionColumns)
    _ = explore(problem, reader, rows: [], bound: bound, excluded: nothing)
  }
}
