import CGLPK
import OptionModel
import Solving

/// One branch and bound, on the thread that `GLPKThread` gives it.
struct TreeRun: Sendable {
  let model: OptionModel
  let request: TreeSearchRequest
  let progress: TreeProgress
  let recorder: ProofRecorder
  /// Where objectives can lie.
  let grid: ObjectiveGrid

  /// - Parameter work: where work is counted.
  init(model: OptionModel, request: TreeSearchRequest, work: SimplexWork = SimplexWork()) {
    self.model = model
    self.request = request
    grid = ObjectiveGrid(model)
    let recorder = ProofRecorder(resourceCount: model.resourceCount, fixing: request.fixing)
    self.recorder = recorder
    request.proof.begin { recorder.proof }
    let incumbent = request.incumbent.flatMap { model.violations(of: $0).isEmpty ? $0 : nil }
    progress = TreeProgress(incumbent: incumbent, objective: incumbent.map(model.objective(of:)), work: work)
  }

  func run() -> TreeSearchOutcome {
    do {
      return try solve()
    } catch let error as GLPKError {
      return progress.outcome(status: .failed("formulation: \(error)"))
    } catch TreeFormulationError.emptyGroup {
      return nothingIsBetter()
    } catch {
      return progress.outcome(status: .infeasible)
    }
  }

  /// Every option of some group, or every option but one of each, is fixed out.
  func nothingIsBetter() -> TreeSearchOutcome {
    guard let objective = progress.current.objective else { return progress.outcome(status: .infeasible) }
    progress.raise(bound: objective, nodes: 0)
    return progress.outcome(status: .optimal)
  }
}
