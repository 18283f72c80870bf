import OptionModel
import Synchronization

/// Keeps the model that the last list of impossible options left, because a solve has its proofs checked again and again.
final class ReductionMemory: Sendable {
  private let last = Mutex<(impossible: [Int32], fixing: ReducedProof.Fixing?, model: OptionModel)?>(nil)

  func remaining(of model: OptionModel, by proof: ReducedProof) throws(ExactBound.Reason) -> OptionModel {
    if let known = last.withLock({ $0 }), known.impossible == proof.impossible, known.fixing == proof.fixing {
      return known.model
    }
    var options = ImpossibleOptions(model)
    let rest = try options.remaining(without: proof.impossible, fixing: proof.fixing)
    last.withLock { $0 = (proof.impossible, proof.fixing, rest) }
    return rest
  }
}
