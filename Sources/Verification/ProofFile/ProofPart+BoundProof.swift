package import OptionModel
package import PlanDocument

/// A proof in the form of the file.
extension ProofPart {
  package init(_ proof: BoundProof) {
    switch proof {
    case .multipliers(let multipliers): self = .multipliers(NumberedValues(positions: multipliers.values))
    case .tree(let tree): self = .tree(ProofTree(tree))
    case .reduced(let reduced):
      self = .reduced(
        ProofReduced(
          impossible: reduced.impossible, cutoff: reduced.fixing?.cutoff,
          fixing: reduced.fixing.map { NumberedValues(positions: $0.multipliers.values) },
          proof: ProofPart(reduced.proof)))
    case .blocks(let blocks):
      self = .blocks(
        ProofBlocks(
          prices: NumberedValues(positions: blocks.prices), blockOfResource: blocks.blockOfResource,
          blockOfGroup: blocks.blockOfGroup, blocks: blocks.proofs.map { ProofPart($0) }))
    }
  }
}

extension ProofTree {
  fileprivate init(_ tree: TreeProof) {
    var last: [Int64]?
    let nodes = tree.nodes.map { node -> ProofNode in
      switch node {
      case .inner(let split, let below, let above): return .inner(split: split, below: below, above: above)
      case .leaf(let leaf):
        defer { last = leaf.resources }
        return .leaf(ProofLeaf(leaf, changedFrom: last))
      }
    }
    self.init(
      cutoff: tree.cutoff, fixing: NumberedValues(positions: tree.fixing.values),
      refixing: tree.refixing.map { ProofLeaf($0) }, refixingCutoff: tree.refixing.map { _ in tree.refixingCutoff },
      cuts: tree.cuts.map { ProofCut($0) },
      splits: tree.splits.map { ProofSplit(threshold: $0.threshold, options: $0.options) },
      nodes: nodes)
  }
}

extension ProofCut {
  fileprivate init(_ cut: RoundingCut) {
    var (groups, resources, cuts) = (NumberedValues(), NumberedValues(), NumberedValues())
    for term in cut.rows {
      switch term.row {
      case .group(let number): groups.entries.append(.init(number, term.multiplier))
      case .resource(let number): resources.entries.append(.init(number, term.multiplier))
      case .cut(let number): cuts.entries.append(.init(number, term.multiplier))
      }
    }
    self.init(
      groups: groups, resources: resources, cuts: cuts, options: cut.complementedOptions,
      intervals: NumberedValues(cut.complementedIntervals.map { .init($0.resource, Int64($0.interval)) }),
      divisor: cut.divisor, shift: cut.shift)
  }
}

extension ProofLeaf {
  fileprivate init(_ leaf: TreeProof.Leaf, changedFrom earlier: [Int64]? = nil) {
    self.init(
      resources: NumberedValues(positions: leaf.resources, changedFrom: earlier), cuts: NumberedValues(leaf.cuts),
      splits: NumberedValues(leaf.splits))
  }
}

extension NumberedValues {
  fileprivate init(_ terms: [TreeProof.Term]) { self.init(terms.map { Entry($0.index, $0.value) }) }
}
