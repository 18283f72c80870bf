import CGLPK
import OptionModel
import Solving

/// One branch and bound, on the thread that `GLPKThread` gives it.
struct TreeRun: Sendable {
  let model: OptionModel
  let request: TreeSearchRequest
  let settings: TreeSettings
  let progress: TreeProgress

  init(model: OptionModel, request: TreeSearchRequest, settings: TreeSettings) {
    self.model = model
    self.request = request
    self.settings = settings
    let incumbent = request.incumbent.flatMap { model.violations(of: $0).isEmpty ? $0 : nil }
    progress = TreeProgress(incumbent: incumbent, objective: incumbent.map(model.objective(of:)))
  }

  func run() -> TreeSearchOutcome {
    do {
      return try solve()
    } catch let error as GLPKError {
      return progress.outcome(status: .failed("formulation: \(error)"))
    } catch {
      return progress.outcome(status: .infeasible)
    }
  }

  private func solve() throws -> TreeSearchOutcome {
    let formulation = try Formulation(model)
    let factors = ScaledProblem.rowFactors(of: formulation)
    var problem = GLPKProblem()
    try ScaledProblem.load(formulation, factors: factors, into: &problem)
    let root = Simplex.solve(problem, control: request.control)
    guard root == .optimal else { return progress.outcome(status: root) }
    let callback = TreeCallback(
      run: self, formulation: formulation, factors: factors, problem: problem.pointer)
    return search(problem, callback: callback)
  }

  private func search(_ problem: borrowing GLPKProblem, callback: TreeCallback) -> TreeSearchOutcome {
    var parameters = settings.parameters(cuts: request.cuts)
    parameters.tm_lim = remainingMilliseconds
    parameters.cb_func = { tree, info in
      guard let tree, let info else { return }
      Unmanaged<TreeCallback>.fromOpaque(info).takeUnretainedValue().handle(tree)
    }
    let code = withExtendedLifetime(callback) {
      parameters.cb_info = Unmanaged.passUnretained(callback).toOpaque()
      return glp_intopt(problem.pointer, &parameters)
    }
    let status = TerminationTable.tree(
      code: code, status: glp_mip_status(problem.pointer), stop: callback.stop)
    return finish(problem, status: status, callback: callback)
  }

  /// An exhausted tree proves that nothing is better than GLPK's own incumbent, so that is the bound, whether or
  /// not our exact check accepted it.
  private func finish(
    _ problem: borrowing GLPKProblem, status: BackendStatus, callback: TreeCallback
  ) -> TreeSearchOutcome {
    callback.poll()
    if status == .optimal {
      let bound = ClaimedBound.micropoints(glp_mip_obj_val(problem.pointer))
      progress.raise(bound: bound, nodes: callback.nodes)
    }
    return progress.outcome(status: callback.honest(status))
  }

  /// GLPK's own limit is only a second net: it overruns, and takes the limit anew in some phases.
  private var remainingMilliseconds: Int32 {
    guard let deadline = request.control.deadline else { return Int32.max }
    let left = (deadline - ContinuousClock.now) / .milliseconds(1)
    return Int32(max(1, min(left, 1e9)))
  }
}
