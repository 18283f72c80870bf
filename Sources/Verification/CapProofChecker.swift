package import OptionModel

/// Recomputes, in exact integers, what a proof shows about a model with one level under cost caps.
package struct CapProofChecker {
  private let model: OptionModel
  private let caps: [CostCap]

  package init(_ model: OptionModel, caps: [CostCap]) {
    self.model = model
    self.caps = caps
  }

  /// What every selection costs at least that keeps the limits and the caps; `nil` where the proof is not well formed.
  /// O(size of the model).
  package func bound(from proof: CapProof) -> Int64? {
    guard proof.capWeights.count == caps.count, proof.weight >= 1, proof.capWeights.allSatisfy({ $0 >= 0 }) else {
      return nil
    }
    let weighted = zip(caps, proof.capWeights).map { (cap: $0, weight: $1) }
    guard let scalarised = try? model.scalarised(weight: proof.weight, caps: weighted),
      case .bound(let value) = BoundChecker(scalarised).bound(from: proof.multipliers)
    else { return nil }
    return proof.bound(scalarised: value, caps: caps.map(\.upper))
  }
}
