import Foundation
import OptionModel
import Testing

@testable import Verification

@Suite("A malformed proof") struct MalformedProofTests {
  typealias Reason = ExactBound.Reason

  /// Two groups of two options, one resource with a hard limit and one corner: two intervals.
  private func model() throws -> OptionModel {
    var builder = OptionModelBuilder()
    builder.addResource(Resource(upper: 18, price: [PriceSegment(.over, 10, rate: 5)]))
    for _ in 0..<2 {
      builder.beginGroup()
      builder.addOption(cost: 0)
      builder.consume(10, of: 0)
      builder.addOption(cost: 30)
    }
    return try builder.build()
  }

  private func cut(
    _ rows: [(RoundingCut.Row, Int64)], options: [Int32] = [], intervals: [(Int32, Int32)] = [], divisor: Int64 = 1,
    shift: Int32 = 0
  ) -> RoundingCut {
    RoundingCut(
      rows: rows.map { RoundingCut.Term(row: $0, multiplier: $1) }, complementedOptions: options,
      complementedIntervals: intervals.map { RoundingCut.Interval(resource: $0, interval: $1) }, divisor: divisor,
      shift: shift)
  }

  private var leaf: TreeProof.Leaf {
    TreeProof.Leaf(resources: [3 << 16], cuts: [TreeProof.Term(index: 0, value: 1 << 40)])
  }

  /// One split, one cut, three nodes.
  private var sound: TreeProof {
    TreeProof(
      cutoff: 100, fixing: Multipliers([0]), refixing: leaf, cuts: [cut([(.resource(0), 1)], divisor: 3)],
      splits: [TreeProof.Split(options: [0, 2], threshold: 0)],
      nodes: [.inner(split: 0, below: 1, above: 2), .leaf(leaf), .leaf(leaf)])
  }

  private func check(_ change: (inout TreeProof) -> Void) throws -> ExactBound {
    var proof = sound
    change(&proof)
    return BoundProofChecker(try model()).bound(from: .tree(proof))
  }

  @Test("is told from a sound one") func soundOne() throws {
    guard case .bound(let bound) = try check({ _ in }) else {
      Issue.record("the sound proof is refused")
      return
    }
    #expect(bound <= 30)
  }

  @Test("with lists of the wrong length is refused") func counts() throws {
    #expect(try check { $0.fixing.values = [] } == .unusable(.inFixing(.wrongCount(expected: 1, found: 0))))
    #expect(
      try check { $0.refixing?.resources = [1, 2] } == .unusable(.inFixing(.wrongCount(expected: 1, found: 2))))
    #expect(
      try check { $0.nodes[2] = .leaf(TreeProof.Leaf(resources: [])) }
        == .unusable(.inNode(2, .wrongCount(expected: 1, found: 0))))
  }

  @Test(
    "with an unsound derivation of a cut is refused",
    arguments: [
      (.unknownIndex(2), [(.group(2), 1)], [], []), (.unknownIndex(-1), [(.group(-1), 1)], [], []),
      (.unknownIndex(1), [(.resource(1), 1)], [], []), (.unknownIndex(-1), [(.cut(-1), 1)], [], []),
      (.laterCut(0), [(.cut(0), 1)], [], []), (.laterCut(1), [(.cut(1), 1)], [], []),
      (.unknownIndex(4), [(.group(0), 1)], [4], []), (.unknownIndex(-3), [(.group(0), 1)], [-3], []),
      (.unknownIndex(1), [(.group(0), 1)], [], [(1, 0)]), (.unknownIndex(2), [(.group(0), 1)], [], [(0, 2)]),
      (.outOfRange, [(.resource(0), .max)], [], []),
    ] as [(Reason, [(RoundingCut.Row, Int64)], [Int32], [(Int32, Int32)])])
  func derivations(
    reason: Reason, rows: [(RoundingCut.Row, Int64)], options: [Int32], intervals: [(Int32, Int32)]
  ) throws {
    let wrong = cut(rows, options: options, intervals: intervals)
    #expect(try check { $0.cuts = [wrong] } == .unusable(.inCut(0, reason)))
  }

  @Test("with a divisor or a shift that is none is refused") func divisors() throws {
    for divisor in [0, -1, .min] as [Int64] {
      #expect(try check { $0.cuts[0].divisor = divisor } == .unusable(.inCut(0, .badDivisor(divisor))))
    }
    for shift in [-1, 101, .max, .min] as [Int32] {
      #expect(try check { $0.cuts[0].shift = shift } == .unusable(.inCut(0, .badShift(shift))))
    }
  }

  @Test("with coefficients that outgrow 64 bits is refused") func growth() throws {
    let growing = (0..<40).map { index in
      cut([(index == 0 ? .resource(0) : .cut(Int32(index - 1)), 1000)])
    }
    guard case .unusable(.inCut(_, .outOfRange)) = try check({ $0.cuts = growing }) else {
      Issue.record("the growth was not seen")
      return
    }
  }

  @Test("with splits that are none is refused") func splits() throws {
    func split(_ options: [Int32], _ threshold: Int32) throws -> ExactBound {
      try check { $0.splits[0] = TreeProof.Split(options: options, threshold: threshold) }
    }
    #expect(try split([2, 0], 0) == .unusable(.inSplit(0, .optionsNotRising)))
    #expect(try split([0, 0], 0) == .unusable(.inSplit(0, .optionsNotRising)))
    #expect(try split([0, 4], 0) == .unusable(.inSplit(0, .unknownIndex(4))))
    #expect(try split([-1, 0], 0) == .unusable(.inSplit(0, .unknownIndex(-1))))
    #expect(try split([0, 2], -1) == .unusable(.inSplit(0, .negativeThreshold(-1))))
  }

  @Test("whose leaves charge what they may not is refused") func leaves() throws {
    func charging(
      _ node: Int, cuts: [TreeProof.Term] = [], splits: [TreeProof.Term] = []
    ) throws -> ExactBound {
      try check { $0.nodes[node] = .leaf(TreeProof.Leaf(resources: [0], cuts: cuts, splits: splits)) }
    }
    func term(_ index: Int32, _ value: Int64) -> [TreeProof.Term] { [TreeProof.Term(index: index, value: value)] }
    #expect(try charging(1, cuts: term(0, -1)) == .unusable(.inNode(1, .negativeMultiplier(-1))))
    #expect(try charging(1, cuts: term(1, 1)) == .unusable(.inNode(1, .unknownIndex(1))))
    #expect(try charging(1, cuts: term(-1, 1)) == .unusable(.inNode(1, .unknownIndex(-1))))
    #expect(try charging(2, splits: term(0, -5)) == .unusable(.inNode(2, .negativeMultiplier(-5))))
    #expect(try charging(2, splits: term(9, 5)) == .unusable(.inNode(2, .unknownIndex(9))))
    #expect(try charging(0, splits: term(0, 5)) == .unusable(.notATree(node: 1)))
    #expect(
      try check { $0.refixing?.splits = term(0, 1) } == .unusable(.inFixing(.splitNotOnWay(0))))
    let unrelated = TreeProof.Split(options: [1], threshold: 0)
    #expect(
      try check {
        $0.splits.append(unrelated)
        $0.nodes[1] = .leaf(TreeProof.Leaf(resources: [0], splits: term(1, 1)))
      } == .unusable(.inNode(1, .splitNotOnWay(1))))
  }

  @Test("whose nodes are no tree is refused") func trees() throws {
    let leaf = TreeProof.Node.leaf(leaf)
    func nodes(_ nodes: [TreeProof.Node]) throws -> ExactBound { try check { $0.nodes = nodes } }
    func inner(_ below: Int32, _ above: Int32) -> TreeProof.Node { .inner(split: 0, below: below, above: above) }
    #expect(try nodes([]) == .unusable(.notATree(node: 0)))
    #expect(try nodes([inner(1, 1), leaf]) == .unusable(.notATree(node: 1)))
    #expect(try nodes([inner(0, 1), leaf]) == .unusable(.notATree(node: 0)))
    #expect(try nodes([inner(1, 3), leaf, leaf]) == .unusable(.notATree(node: 3)))
    #expect(try nodes([inner(1, -2), leaf, leaf]) == .unusable(.notATree(node: -2)))
    #expect(try nodes([leaf, leaf]) == .unusable(.notATree(node: 1)))
    #expect(
      try nodes([inner(1, 2), inner(3, 4), leaf, leaf, leaf]) == .unusable(.inNode(1, .splitTwiceOnWay(0))))
    #expect(try nodes([.inner(split: 1, below: 1, above: 2), leaf, leaf]) == .unusable(.inNode(0, .unknownIndex(1))))
  }

  @Test("with multipliers beyond all measure is refused") func overflow() throws {
    var builder = OptionModelBuilder()
    builder.addResource(Resource())
    for _ in 0..<8 {
      builder.beginGroup()
      builder.addOption(cost: 0)
      builder.consume(Int64(Int32.max), of: 0)
      builder.addOption(cost: 0)
    }
    let model = try builder.build()
    for multiplier in [Int64.max, .min] {
      let proof = TreeProof(
        cutoff: 100, fixing: Multipliers([0]), nodes: [.leaf(TreeProof.Leaf(resources: [multiplier]))])
      #expect(BoundProofChecker(model).bound(from: .tree(proof)) == .unusable(.inNode(0, .outOfRange)))
    }
    let terms = Array(repeating: TreeProof.Term(index: 0, value: .max), count: 64)
    let charged = TreeProof.Leaf(resources: [0], cuts: terms)
    #expect(
      try check {
        $0.cuts[0] = cut([(.resource(0), 1 << 58)])
        $0.nodes[1] = .leaf(charged)
      } == .unusable(.inNode(1, .outOfRange)))
  }

  @Test("by blocks is refused, too") func blocks() throws {
    let good = BlockProof(
      prices: [3], blockOfResource: [0], blockOfGroup: [0, 1],
      proofs: [.multipliers(Multipliers([3 << 16])), .multipliers(Multipliers([]))])
    func check(_ change: (inout BlockProof) -> Void) throws -> ExactBound {
      var proof = good
      change(&proof)
      return BoundProofChecker(try model()).bound(from: .blocks(proof))
    }
    guard case .bound = try check({ _ in }) else {
      Issue.record("the sound proof is refused")
      return
    }
    #expect(try check { $0.prices = [] } == .unusable(.wrongCount(expected: 1, found: 0)))
    #expect(try check { $0.blockOfResource = [0, 0] } == .unusable(.wrongCount(expected: 1, found: 2)))
    #expect(try check { $0.blockOfGroup = [0] } == .unusable(.wrongCount(expected: 2, found: 1)))
    #expect(try check { $0.blockOfResource = [2] } == .unusable(.unknownIndex(2)))
    #expect(try check { $0.blockOfResource = [-2] } == .unusable(.unknownIndex(-2)))
    #expect(try check { $0.blockOfGroup = [0, -1] } == .unusable(.unknownIndex(-1)))
    #expect(try check { $0.blockOfGroup = [2, 0] } == .unusable(.unknownIndex(2)))
    #expect(
      try check { $0.proofs[1] = .multipliers(Multipliers([1])) }
        == .unusable(.inBlock(1, .wrongCount(expected: 0, found: 1))))
    for price in [Int64.max, .min, 1 << 59] {
      guard case .unusable(.inBlock) = try check({ $0.prices = [price] }) else {
        Issue.record("a price of \(price) is not refused")
        continue
      }
    }
  }
}
