import OptionModel
import Solving

/// A backend that never answers: what the solver does then is all its own.
struct SilentBackend: MixedIntegerBackend {
  func relax(_ model: OptionModel, control: BackendControl) -> LinearRelaxation {
    LinearRelaxation(status: .failed("silent"))
  }

  func search(_ model: OptionModel, request: TreeSearchRequest) -> TreeSearchOutcome {
    TreeSearchOutcome(status: .failed("silent"))
  }
}

/// Claims whatever it is told to.
struct LyingBackend: MixedIntegerBackend {
  let status: BackendStatus

  func relax(_ model: OptionModel, control: BackendControl) -> LinearRelaxation {
    LinearRelaxation(status: status)
  }

  func search(_ model: OptionModel, request: TreeSearchRequest) -> TreeSearchOutcome {
    TreeSearchOutcome(status: status)
  }
}
