import OptionModel
import PlanDocument

/// A proof read from a file, for a model with so many resources.
extension BoundProof {
  init(_ part: ProofPart, resourceCount: Int) throws(UnknownNumber) {
    switch part {
    case .multipliers(let values): self = .multipliers(Multipliers(try values.byResource(count: resourceCount)))
    case .tree(let tree): self = .tree(try TreeProof(tree, resourceCount: resourceCount))
    case .reduced(let reduced):
      self = .reduced(try ReducedProof(reduced, resourceCount: resourceCount))
    case .blocks(let blocks):
      let own = ProofNumbering.members(of: blocks.blocks.count, blocks.blockOfResource)
      var proofs: [BoundProof] = []
      for (block, resources) in zip(blocks.blocks, own) {
        proofs.append(try BoundProof(block, resourceCount: resources.count))
      }
      self = .blocks(
        BlockProof(
          prices: try blocks.prices.byResource(count: resourceCount), blockOfResource: blocks.blockOfResource,
          blockOfGroup: blocks.blockOfGroup, proofs: proofs))
    }
  }
}

extension ReducedProof {
  fileprivate init(_ reduced: ProofReduced, resourceCount: Int) throws(UnknownNumber) {
    self.init(
      impossible: reduced.impossible, proof: try BoundProof(reduced.proof, resourceCount: resourceCount))
    guard let cutoff = reduced.cutoff, let values = reduced.fixing else { return }
    fixing = Fixing(cutoff: cutoff, multipliers: Multipliers(try values.byResource(count: resourceCount)))
  }
}

extension TreeProof {
  fileprivate init(_ tree: ProofTree, resourceCount: Int) throws(UnknownNumber) {
    self.init(
      cutoff: tree.cutoff, fixing: Multipliers(try tree.fixing.byResource(count: resourceCount)),
      refixingCutoff: tree.refixingCutoff, cuts: tree.cuts.map { RoundingCut($0) },
      splits: tree.splits.map { Split(options: $0.options, threshold: $0.threshold) }, nodes: [])
    let zeros = [Int64](repeating: 0, count: resourceCount)
    if let leaf = tree.refixing { refixing = try Leaf(leaf, changedFrom: zeros) }
    var last = zeros
    nodes.reserveCapacity(tree.nodes.count)
    for node in tree.nodes {
      switch node {
      case .inner(let split, let below, let above): nodes.append(.inner(split: split, below: below, above: above))
      case .leaf(let leaf):
        let whole = try Leaf(leaf, changedFrom: last)
        last = whole.resources
        nodes.append(.leaf(whole))
      }
    }
  }
}

extension TreeProof.Leaf {
  fileprivate init(_ leaf: ProofLeaf, changedFrom earlier: [Int64]) throws(UnknownNumber) {
    self.init(
      resources: try leaf.resources.byResource(changedFrom: earlier), cuts: leaf.cuts.terms, splits: leaf.splits.terms)
  }
}

extension RoundingCut {
  fileprivate init(_ cut: ProofCut) {
    let rows =
      cut.groups.entries.map { Term(row: .group($0.number), multiplier: $0.value) }
      + cut.resources.entries.map { Term(row: .resource($0.number), multiplier: $0.value) }
      + cut.cuts.entries.map { Term(row: .cut($0.number), multiplier: $0.value) }
    self.init(
      rows: rows, complementedOptions: cut.options,
      // What is no number of an interval stays none.
      complementedIntervals: cut.intervals.entries.map {
        Interval(resource: $0.number, interval: Int32(exactly: $0.value) ?? -1)
      },
      divisor: cut.divisor, shift: cut.shift)
  }
}

extension NumberedValues {
  fileprivate var terms: [TreeProof.Term] { entries.map { TreeProof.Term(index: $0.number, value: $0.value) } }

  fileprivate func byResource(count: Int) throws(UnknownNumber) -> [Int64] {
    try byResource(changedFrom: Array(repeating: 0, count: count))
  }

  fileprivate func byResource(changedFrom earlier: [Int64]) throws(UnknownNumber) -> [Int64] {
    do throws(MisplacedNumber) {
      return try positions(changedFrom: earlier)
    } catch {
      throw UnknownNumber(noun: "resource", number: Int(error.number))
    }
  }
}
