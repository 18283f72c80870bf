package import OptionModel
package import PlanDocument

/// A proof in the form of the file.
extension ProofPart {
  package init(_ proof: BoundProof) {
    switch proof {
    case .multipliers(let multipliers): self = .multipliers(NumberedValues(positions: multipliers.values))
    case .tree(let tree): self = .tree(ProofTree(tree))
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
    self.init(
      cutoff: tree.cutoff, fixing: NumberedValues(positions: tree.fixing.values),
      refixing: tree.refixing.map { ProofLeaf($0) }, cuts: tree.cuts.map { ProofCut($0) },
      splits: tree.splits.map { ProofSplit(threshold: $0.threshold, options: $0.options) },
      nodes: tree.nodes.map { ProofNode($0) })
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

extension ProofNode {
  fileprivate init(_ node: TreeProof.Node) {
    switch node {
    case .inner(let split, let below, let above): self = .inner(split: split, below: below, above: above)
    case .leaf(let leaf): self = .leaf(ProofLeaf(leaf))
    }
  }
}

extension ProofLeaf {
  fileprivate init(_ leaf: TreeProof.Leaf) {
    self.init(
      resources: NumberedValues(positions: leaf.resources), cuts: NumberedValues(leaf.cuts),
      splits: NumberedValues(leaf.splits))
  }
}

extension NumberedValues {
  fileprivate init(_ terms: [TreeProof.Term]) { self.init(terms.map { Entry($0.index, $0.value) }) }
}
