import OptionModel

@testable import Verification

/// Well-formed proofs without any sense in them: whatever they prove must be true.
struct RandomProof {
  private var random: SeededGenerator
  private let model: OptionModel
  private let intervalCounts: [Int]

  init(_ model: OptionModel, curves: [PriceCurve], seed: UInt64) {
    self.model = model
    intervalCounts = curves.map(\.intervals.count)
    random = SeededGenerator(seed: seed)
  }

  mutating func tree(cutoff: Int64) -> TreeProof {
    let cuts = (0..<Int.random(in: 0...6, using: &random)).map { cut(before: $0) }
    let splits = (0..<Int.random(in: 0...5, using: &random)).map { _ in split() }
    let refixing = Bool.random(using: &random) ? leaf(way: [], cutCount: cuts.count) : nil
    var proof = TreeProof(
      cutoff: cutoff, fixing: Multipliers(multipliers()), refixing: refixing,
      refixingCutoff: cutoff - Int64.random(in: 0...20, using: &random), cuts: cuts, splits: splits, nodes: [])
    addNodes(to: &proof)
    return proof
  }

  private mutating func multipliers() -> [Int64] {
    let reach = [0, 1, 5, 20].randomElement(using: &random).map { $0 * Multipliers.scale } ?? 0
    return model.resources.map { _ in Int64.random(in: -reach...reach, using: &random) }
  }

  private mutating func cut(before index: Int) -> RoundingCut {
    let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in term(before: index) }
    let options = (0..<model.optionCount).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    var intervals: [RoundingCut.Interval] = []
    for (resource, count) in intervalCounts.enumerated() {
      for interval in 0..<count where Bool.random(using: &random) {
        intervals.append(RoundingCut.Interval(resource: Int32(resource), interval: Int32(interval)))
      }
    }
    return RoundingCut(
      rows: rows, complementedOptions: options.map(Int32.init), complementedIntervals: intervals,
      divisor: Int64.random(in: 1...(Bool.random(using: &random) ? 6 : 60), using: &random),
      shift: Int32(max(0, Int.random(in: -3...3, using: &random))))
  }

  private mutating func term(before index: Int) -> RoundingCut.Term {
    let any = Int64.random(in: -6...6, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where index > 0:
      return RoundingCut.Term(row: .cut(Int32.random(in: 0..<Int32(index), using: &random)), multiplier: any)
    case 0, 1:
      let group = Int32.random(in: 0..<Int32(model.groupCount), using: &random)
      return RoundingCut.Term(row: .group(group), multiplier: any)
    default:
      let resource = Int32.random(in: 0..<Int32(model.resourceCount), using: &random)
      return RoundingCut.Term(row: .resource(resource), multiplier: any)
    }
  }

  private mutating func split() -> TreeProof.Split {
    let options = (0..<model.optionCount).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    return TreeProof.Split(
      options: options.map(Int32.init), threshold: Int32.random(in: 0...2, using: &random))
  }

  /// Grows the tree from the root; every split is at most once on a way.
  private mutating func addNodes(to proof: inout TreeProof) {
    var ways: [[Int]] = [[]]
    var next = 0
    while next < ways.count {
      let free = proof.splits.indices.filter { !ways[next].contains($0) }
      if let split = free.randomElement(using: &random), ways.count < 14, Int.random(in: 0..<4, using: &random) > 0 {
        let below = Int32(ways.count)
        let swapped = Bool.random(using: &random)
        proof.nodes.append(
          .inner(split: Int32(split), below: swapped ? below + 1 : below, above: swapped ? below : below + 1))
        ways += [ways[next] + [split], ways[next] + [split]]
      } else {
        proof.nodes.append(.leaf(leaf(way: ways[next], cutCount: proof.cuts.count)))
      }
      next += 1
    }
  }

  private mutating func leaf(way: [Int], cutCount: Int) -> TreeProof.Leaf {
    let charged = (0..<cutCount).filter { _ in Bool.random(using: &random) }
    return TreeProof.Leaf(
      resources: multipliers(), cuts: charged.map { term($0, reach: Multipliers.scale * TreeProof.cutScale) },
      splits: way.filter { _ in Bool.random(using: &random) }.map { term($0, reach: 20 * Multipliers.scale) })
  }

  private mutating func term(_ index: Int, reach: Int64) -> TreeProof.Term {
    TreeProof.Term(index: Int32(index), value: Int64.random(in: 0...reach, using: &random))
  }

  /// With at most `depth` divisions and reductions within each other; `nil` where a model is refused.
  mutating func proof(cutoff: Int64, depth: Int) -> BoundProof? {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random) {
    case 0: return .multipliers(Multipliers(multipliers()))
    case 1, 2: return .tree(tree(cutoff: cutoff))
    case 3:
      let reduced = reduced(cutoff: cutoff, depth: depth)
      return reduced.map { .reduced($0) } ?? .multipliers(Multipliers(multipliers()))
    default: return blocks(depth: depth).map { .blocks($0) }
    }
  }

  /// Without some of the options that random multipliers rule out; `nil` where nothing feasible would be left.
  mutating func reduced(cutoff: Int64, depth: Int) -> ReducedProof? {
    let fixing = ReducedProof.Fixing(cutoff: cutoff, multipliers: Multipliers(multipliers()))
    guard let open = try? OpenOptions(model, PriceFrame(model), fixing: fixing.multipliers.values, cutoff: cutoff)
    else { return nil }
    let listed = (0..<model.groupCount).flatMap { group in
      let options = model.options(ofGroup: group)
      let gone = options.filter { open.places[$0] < 0 && Int.random(in: 0..<4, using: &random) > 0 }
      return gone.count < options.count ? gone : []
    }
    guard let rest = try? model.removing({ listed.contains($0) }), let curves = ProofCases(rest).curves else {
      return nil
    }
    var inner = RandomProof(rest, curves: curves, seed: random.next())
    return inner.proof(cutoff: cutoff, depth: depth - 1).map {
      ReducedProof(impossible: listed.map { Int32($0) }, fixing: fixing, proof: $0)
    }
  }

  /// A division into one to three blocks.
  mutating func division() -> BlockProof {
    let count = Int32.random(in: 1...3, using: &random)
    return BlockProof(
      prices: model.resources.map { _ in Int64.random(in: -12...12, using: &random) },
      blockOfResource: model.resources.map { _ in Int32.random(in: -1..<count, using: &random) },
      blockOfGroup: (0..<model.groupCount).map { _ in Int32.random(in: 0..<count, using: &random) },
      proofs: Array(repeating: .multipliers(Multipliers([])), count: Int(count)))
  }

  mutating func blocks(depth: Int) -> BlockProof? {
    var proof = division()
    guard let division = try? BlockDivision(proof, model, PriceFrame(model)) else { return nil }
    for block in proof.proofs.indices {
      guard let part = try? division.model(of: block) else { return nil }
      let cases = ProofCases(part)
      guard let curves = cases.curves else { return nil }
      guard part.groupCount > 0, part.resourceCount > 0 else {
        proof.proofs[block] = .multipliers(Multipliers(part.resources.map { _ in 0 }))
        continue
      }
      var inner = RandomProof(part, curves: curves, seed: random.next())
      let cutoff = (cases.optimum ?? 50) + Int64.random(in: -20...20, using: &random)
      guard let shown = inner.proof(cutoff: cutoff, depth: depth - 1) else { return nil }
      proof.proofs[block] = shown
    }
    return proof
  }
}

extension RandomProof {
  /// Of the model without the options that its limits rule out; `nil` where there are none.
  mutating func reducedProof(cutoff: Int64) -> BoundProof? {
    var gone: [Int32] = []
    var rest = model
    for option in 0..<Int32(model.optionCount) {
      var options = ImpossibleOptions(model)
      guard let smaller = try? options.remaining(without: gone + [option]) else { continue }
      gone.append(option)
      rest = smaller
    }
    guard !gone.isEmpty, let curves = ProofCases(rest).curves else { return nil }
    var inner = RandomProof(rest, curves: curves, seed: random.next())
    return inner.proof(cutoff: cutoff, depth: 1).map { .reduced(ReducedProof(impossible: gone, proof: $0)) }
  }
}
