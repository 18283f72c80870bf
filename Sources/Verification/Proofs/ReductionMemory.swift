import OptionModel
import Synchronization

/// Keeps the model that the last list of impossible options left, because a solve has its proofs checked again and again.
final class ReductionMemory: Sendable {
  private let last = Mutex<(impossible: [Int32], model: OptionModel)?>(nil)

  func remaining(
    of model: OptionModel, without impossible: [Int32]
  ) throws(ExactBound.Reason) -> OptionModel {
    if let known = last.withLock({ $0 }), known.impossible == impossible { return known.model }
    var options = ImpossibleOptions(model)
    let rest = try options.remaining(without: impossible)
    last.withLock { $0 = (impossible, rest) }
    return rest
  }
}
