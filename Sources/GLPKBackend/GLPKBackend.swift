package import OptionModel
package import Solving

/// Linear relaxations and branch and bound by GLPK 5.0.
package struct GLPKBackend: MixedIntegerBackend {
  package init() {}

  package func relax(_ model: OptionModel, control: BackendControl) -> LinearRelaxation {
    guard model.groupCount > 0 else { return Self.emptyRelaxation(of: model) }
    let outcome = GLPKThread.run(until: { control.isOver }) {
      RelaxationRun(model: model, control: control).run()
    }
    return outcome ?? LinearRelaxation(status: .timeLimit)
  }

  package func search(_ model: OptionModel, request: TreeSearchRequest) -> TreeSearchOutcome {
    guard model.groupCount > 0 else { return Self.emptySearch(of: model) }
    let run = TreeRun(model: model, request: request)
    let outcome = GLPKThread.run(until: { request.control.isOver }) { run.run() }
    // A thread left behind may still own the problem, but what it reported so far is safe to use.
    return outcome ?? run.progress.outcome(status: .timeLimit)
  }

  private static func emptyRelaxation(of model: OptionModel) -> LinearRelaxation {
    let multipliers = Multipliers(Array(repeating: 0, count: model.resourceCount))
    let feasible = model.violations(of: Selection([])).isEmpty
    return LinearRelaxation(
      status: feasible ? .optimal : .infeasible, multipliers: feasible ? multipliers : nil)
  }

  private static func emptySearch(of model: OptionModel) -> TreeSearchOutcome {
    let selection = Selection([])
    guard model.violations(of: selection).isEmpty else { return TreeSearchOutcome(status: .infeasible) }
    let objective = model.objective(of: selection)
    return TreeSearchOutcome(status: .optimal, selection: selection, objective: objective, bound: objective)
  }
}
