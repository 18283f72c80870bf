import OptionModel

/// A proof that names something its model does not have, or in a wrong order.
struct UnknownNumber: Error, Hashable {
  /// `group`, `option`, `resource`.
  let noun: String
  let number: Int
}

extension BoundProof {
  /// The same proof for a model whose groups, options and resources have other numbers. O(size of the proof), and for
  /// blocks O(n log n) in that of the model.
  func renumbered(by numbering: ProofNumbering) throws(UnknownNumber) -> BoundProof {
    switch self {
    case .multipliers(let multipliers): return .multipliers(Multipliers(try numbering.reordered(multipliers.values)))
    case .tree(let tree): return .tree(try numbering.renumbered(tree))
    case .blocks(let blocks): return .blocks(try numbering.renumbered(blocks))
    case .reduced(let reduced): return .reduced(try numbering.renumbered(reduced))
    }
  }
}

extension ProofNumbering {
  /// Values by old resource, by new one.
  fileprivate func reordered(_ values: [Int64]) throws(UnknownNumber) -> [Int64] {
    try ProofNumbering.reordered(values, by: resources, "resource")
  }

  private static func reordered<Value>(
    _ values: [Value], by numbers: [Int32], _ noun: String
  ) throws(UnknownNumber) -> [Value] {
    guard values.count == numbers.count else { throw UnknownNumber(noun: noun, number: values.count) }
    var result = values
    for (value, number) in zip(values, numbers) { result[Int(number)] = value }
    return result
  }

  private static func number(_ old: Int32, _ numbers: [Int32], _ noun: String) throws(UnknownNumber) -> Int32 {
    guard numbers.indices.contains(Int(old)) else { throw UnknownNumber(noun: noun, number: Int(old)) }
    return numbers[Int(old)]
  }

  private func sortedOptions(_ old: [Int32]) throws(UnknownNumber) -> [Int32] {
    var result: [Int32] = []
    for option in old { result.append(try Self.number(option, options, "option")) }
    return result.sorted()
  }

  fileprivate func renumbered(_ tree: TreeProof) throws(UnknownNumber) -> TreeProof {
    var result = tree
    result.fixing = Multipliers(try reordered(tree.fixing.values))
    result.refixing?.resources = try reordered(tree.refixing?.resources ?? resources.map { _ in 0 })
    for cut in tree.cuts.indices { try renumber(&result.cuts[cut]) }
    for split in tree.splits.indices { result.splits[split].options = try sortedOptions(tree.splits[split].options) }
    for node in tree.nodes.indices {
      guard case .leaf(var leaf) = tree.nodes[node] else { continue }
      leaf.resources = try reordered(leaf.resources)
      result.nodes[node] = .leaf(leaf)
    }
    return result
  }

  private func renumber(_ cut: inout RoundingCut) throws(UnknownNumber) {
    for term in cut.rows.indices {
      switch cut.rows[term].row {
      case .group(let group): cut.rows[term].row = .group(try Self.number(group, groups, "group"))
      case .resource(let old): cut.rows[term].row = .resource(try Self.number(old, resources, "resource"))
      case .cut: break
      }
    }
    cut.complementedOptions = try sortedOptions(cut.complementedOptions)
    for index in cut.complementedIntervals.indices {
      let old = cut.complementedIntervals[index].resource
      cut.complementedIntervals[index].resource = try Self.number(old, resources, "resource")
    }
  }

  fileprivate func renumbered(_ proof: BlockProof) throws(UnknownNumber) -> BlockProof {
    var result = proof
    result.prices = try reordered(proof.prices)
    result.blockOfResource = try Self.reordered(proof.blockOfResource, by: resources, "resource")
    result.blockOfGroup = try Self.reordered(proof.blockOfGroup, by: groups, "group")
    let ownGroups = Self.members(of: proof.proofs.count, proof.blockOfGroup)
    let ownResources = Self.members(of: proof.proofs.count, proof.blockOfResource)
    for block in proof.proofs.indices {
      let own = restricted(toGroups: ownGroups[block], resources: ownResources[block])
      result.proofs[block] = try proof.proofs[block].renumbered(by: own)
    }
    return result
  }

  fileprivate func renumbered(_ reduced: ReducedProof) throws(UnknownNumber) -> ReducedProof {
    let impossible = try sortedOptions(reduced.impossible)
    var fixing = reduced.fixing
    if let values = fixing?.multipliers.values { fixing?.multipliers = Multipliers(try reordered(values)) }
    return ReducedProof(
      impossible: impossible, fixing: fixing,
      proof: try reduced.proof.renumbered(by: without(options: reduced.impossible)))
  }

  /// By block: what belongs to it. What belongs to a block that does not exist is left to the checker.
  static func members(of blockCount: Int, _ blocks: [Int32]) -> [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: blockCount)
    for (index, block) in blocks.enumerated() where members.indices.contains(Int(block)) {
      members[Int(block)].append(index)
    }
    return members
  }
}
