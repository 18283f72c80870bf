package import OptionModel

/// Recomputes, in exact integers, the bound on level 0 of the objective that a proof shows: the multipliers, the
/// derivation of every cut, the cover of all cases by the leaves of trees, and the sum over blocks. It believes nothing
/// in the proof, and no proof makes it trap.
package struct BoundProofChecker {
  /// How many blocks and reductions may lie within each other.
  package static let depthLimit = 8

  private let model: OptionModel
  private let memory = ReductionMemory()

  package init(_ model: OptionModel) { self.model = model }

  /// Infeasible limits are found before anything else is looked at; without them, a proof that is not well formed in
  /// every part is unusable. O(size of the model + leaves times (open options and their consumptions)).
  package func bound(from proof: BoundProof) -> ExactBound { bound(from: proof, depth: 0) }

  private func bound(from proof: BoundProof, depth: Int) -> ExactBound {
    do throws(ExactBound.Reason) {
      switch proof {
      case .multipliers(let multipliers): return BoundChecker(model).bound(from: multipliers)
      case .tree(let tree):
        let frame = PriceFrame(model)
        if let resource = frame.infeasible { return .infeasible(resource: resource) }
        return .bound(ObjectiveSteps(model).next(from: try TreeWalk(tree, model, frame).bound()))
      case .blocks(let blocks):
        let frame = PriceFrame(model)
        if let resource = frame.infeasible { return .infeasible(resource: resource) }
        return try bound(from: blocks, frame, depth: depth)
      case .reduced(let reduced):
        guard depth < Self.depthLimit else { throw .tooDeep }
        return try bound(from: reduced, depth: depth)
      }
    } catch {
      return .unusable(error)
    }
  }

  private func bound(from proof: ReducedProof, depth: Int) throws(ExactBound.Reason) -> ExactBound {
    if proof.fixing != nil, let resource = PriceFrame(model).infeasible { return .infeasible(resource: resource) }
    let rest = BoundProofChecker(try memory.remaining(of: model, by: proof)).bound(from: proof.proof, depth: depth + 1)
    guard let cutoff = proof.fixing?.cutoff else { return rest }
    switch rest {
    case .bound(let value): return .bound(min(value, cutoff))
    case .infeasible: return .bound(cutoff)
    case .unusable: return rest
    }
  }

  private func bound(
    from proof: BlockProof, _ frame: PriceFrame, depth: Int
  ) throws(ExactBound.Reason) -> ExactBound {
    guard depth < Self.depthLimit else { throw .tooDeep }
    let division = try BlockDivision(proof, model, frame)
    var sum = try division.sharedBound()
    for (block, blockProof) in proof.proofs.enumerated() {
      do throws(ExactBound.Reason) {
        let part = BoundProofChecker(try division.model(of: block))
        switch part.bound(from: blockProof, depth: depth + 1) {
        case .bound(let value): try sum.add(Int128(value))
        case .infeasible(let resource): return .infeasible(resource: division.resources[block][resource])
        case .unusable(let reason): throw reason
        }
      } catch {
        throw .inBlock(block, error)
      }
    }
    return .bound(try sum.narrowed())
  }
}
