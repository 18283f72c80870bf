import CGLPK
import Dispatch
import Foundation
import Solving

/// Further threads that explore a tree, each with a copy of the problem: GLPK's memory belongs to one thread.
struct TreeHelpers {
  private let group = DispatchGroup()

  init(_ context: TreeContext) {
    for number in 1..<max(1, context.run.request.workers) {
      group.enter()
      let group = group
      let thread = Thread {
        glp_term_out(GLP_OFF)
        // A helper that cannot begin leaves its share to the others.
        try? Self.work(number: number, context)
        glp_free_env()
        group.leave()
      }
      thread.stackSize = GLPKThread.stackSize
      thread.start()
    }
  }

  /// They stop for the same reasons as the first worker, so this does not take long.
  func wait() { group.wait() }

  private static func work(number: Int, _ context: TreeContext) throws {
    var problem = GLPKProblem()
    try context.formulation.load(into: &problem)
    for cut in context.cutRows { try problem.addRow(cut) }
    var worker = TreeWorker(
      number: number, context: context,
      problem: NodeProblem(problem, optionColumns: context.formulation.optionColumns))
    _ = worker.work()
  }
}
