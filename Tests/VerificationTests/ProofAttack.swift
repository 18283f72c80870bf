import OptionModel
import Verification

/// Changes the multipliers of a tree at random and keeps what raises the bound: a fault of the checker would show as a
/// bound above the optimum.
struct ProofAttack {
  private var proof: TreeProof
  private let model: OptionModel
  private var random: SeededGenerator

  init(_ proof: TreeProof, _ model: OptionModel, seed: UInt64) {
    (self.proof, self.model) = (proof, model)
    random = SeededGenerator(seed: seed + 4711)
  }

  mutating func climb(steps: Int) -> Int64 {
    var best = bound(of: proof)
    for _ in 0..<steps {
      let candidate = changed()
      let reached = bound(of: candidate)
      if reached >= best { (best, proof) = (reached, candidate) }
    }
    return best
  }

  private func bound(of proof: TreeProof) -> Int64 {
    guard case .bound(let bound) = BoundProofChecker(model).bound(from: .tree(proof)) else { return .min }
    return bound
  }

  private mutating func changed() -> TreeProof {
    var changed = proof
    for index in changed.nodes.indices {
      guard case .leaf(var leaf) = changed.nodes[index] else { continue }
      if let resource = leaf.resources.indices.randomElement(using: &random) { leaf.resources[resource] += step() }
      if let cut = leaf.cuts.indices.randomElement(using: &random) {
        leaf.cuts[cut].value = max(0, leaf.cuts[cut].value + step() * TreeProof.cutScale / 4)
      }
      if let split = leaf.splits.indices.randomElement(using: &random) {
        leaf.splits[split].value = max(0, leaf.splits[split].value + step())
      }
      changed.nodes[index] = .leaf(leaf)
    }
    return changed
  }

  private mutating func step() -> Int64 {
    let reach = Multipliers.scale / 8 << Int64.random(in: 0...7, using: &random)
    return Int64.random(in: -reach...reach, using: &random)
  }
}
