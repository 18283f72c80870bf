import CGLPK
import Dispatch
import Foundation
import OptionModel
import Solving

/// Further threads that explore a tree, each with a copy of the problem: GLPK's memory belongs to one thread.
struct TreeHelpers {
  private let group = DispatchGroup()

  init(run: TreeRun, tree: SharedTree, cuts: [Cut]) {
    for number in 1..<max(1, run.request.workers) {
      group.enter()
      let group = group
      let thread = Thread {
        glp_term_out(GLP_OFF)
        // A helper that cannot begin leaves its share to the others.
        try? Self.work(number: number, run: run, tree: tree, cuts: cuts)
        glp_free_env()
        group.leave()
      }
      thread.stackSize = GLPKThread.stackSize
      thread.start()
    }
  }

  /// They stop for the same reasons as the first worker, so this does not take long.
  func wait() { group.wait() }

  private static func work(number: Int, run: TreeRun, tree: SharedTree, cuts: [Cut]) throws {
    let formulation = try Formulation(run.model)
    let factors = ScaledProblem.rowFactors(of: formulation)
    var problem = GLPKProblem()
    try ScaledProblem.load(formulation, factors: factors, into: &problem)
    for cut in cuts { try problem.addRow(cut) }
    var worker = TreeWorker(
      number: number, run: run, tree: tree, formulation: formulation, factors: factors,
      problem: NodeProblem(problem, optionCount: run.model.optionCount))
    _ = worker.work()
  }
}
