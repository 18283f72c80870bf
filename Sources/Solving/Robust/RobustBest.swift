import OptionModel
import Synchronization

/// The best robust selection so far; offered from several threads.
final class RobustBest: Sendable {
  private let model: OptionModel
  private let robust: RobustLimits
  private let state = Mutex<(selection: Selection, objective: Int64)?>(nil)

  init(_ model: OptionModel, _ robust: RobustLimits) {
    self.model = model
    self.robust = robust
  }

  var current: (selection: Selection, objective: Int64)? { state.withLock { $0 } }

  /// Keeps a selection that is feasible, robust and better; all of it in exact integers.
  func offer(_ selection: Selection) {
    let objective = model.objective(of: selection)
    guard objective < current?.objective ?? .max, model.violations(of: selection).isEmpty,
      robust.breaches(of: selection, in: model).isEmpty
    else { return }
    state.withLock { state in
      if objective < state?.objective ?? .max { state = (selection, objective) }
    }
  }
}
