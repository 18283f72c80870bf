import CGLPK
import OptionModel
import Solving

/// One branch and bound, on the thread that `GLPKThread` gives it.
struct TreeRun: Sendable {
  let model: OptionModel
  let request: TreeSearchRequest
  let progress: TreeProgress

  init(model: OptionModel, request: TreeSearchRequest) {
    self.model = model
    self.request = request
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
}
