import OptionModel

/// Walks a tree of cases once, without recursion, and takes the smallest value of its leaves.
struct TreeWalk {
  private enum Step {
    case enter(split: Int, SplitWay.Side)
    case visit(node: Int)
    case leave(split: Int)
  }

  private let proof: TreeProof
  private var way: SplitWay
  private var scan: LeafScan

  init(_ proof: TreeProof, _ model: OptionModel, _ frame: PriceFrame) throws(ExactBound.Reason) {
    self.proof = proof
    try Self.checkShape(of: proof.nodes)
    let open: OpenOptions
    do throws(ExactBound.Reason) {
      guard proof.fixing.values.count == model.resourceCount else {
        throw .wrongCount(expected: model.resourceCount, found: proof.fixing.values.count)
      }
      open = try OpenOptions(model, frame, fixing: proof.fixing.values, cutoff: proof.cutoff)
    } catch {
      throw .inFixing(error)
    }
    let cuts = try CutRows(proof.cuts, open: open, frame: frame)
    way = SplitWay(try SplitRows(proof.splits, model, open: open), open: open)
    scan = LeafScan(constant: model.constants[0], frame: frame, open: open, cuts: cuts)
    guard let refixing = proof.refixing else { return }
    do throws(ExactBound.Reason) {
      way.exclude(try scan.ruledOut(by: refixing, way, cutoff: proof.refixingCutoff))
    } catch {
      throw .inFixing(error)
    }
  }

  /// The first node is the root, and every other node is the child of exactly one before it.
  private static func checkShape(of nodes: [TreeProof.Node]) throws(ExactBound.Reason) {
    guard !nodes.isEmpty else { throw .notATree(node: 0) }
    var isChild = [Bool](repeating: false, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      guard case .inner(_, let below, let above) = node else { continue }
      for child in [Int(below), Int(above)] {
        guard child > index, child < nodes.count, !isChild[child] else { throw .notATree(node: child) }
        isChild[child] = true
      }
    }
    if let stray = isChild.dropFirst().firstIndex(of: false) { throw .notATree(node: stray) }
  }

  /// The smaller of the cutoff and the least value of a leaf.
  consuming func bound() throws(ExactBound.Reason) -> Int64 {
    var least = proof.refixing == nil ? proof.cutoff : min(proof.cutoff, proof.refixingCutoff)
    var steps = [Step.visit(node: 0)]
    while let step = steps.popLast() {
      switch step {
      case .enter(let split, let side): way.enter(split, side)
      case .leave(let split): way.leave(split)
      case .visit(let node):
        do throws(ExactBound.Reason) {
          if let value = try visit(proof.nodes[node], &steps) { least = min(least, value) }
        } catch {
          throw .inNode(node, error)
        }
      }
    }
    return least
  }

  /// The value of a leaf, if it is one that may be below the cutoff; of an inner node the steps to its children.
  private mutating func visit(
    _ node: TreeProof.Node, _ steps: inout [Step]
  ) throws(ExactBound.Reason) -> Int64? {
    switch node {
    case .leaf(let leaf): return try scan.value(of: leaf, way)?.roundedUp(scale: LeafScan.scale)
    case .inner(let split, let below, let above):
      let split = Int(split)
      guard way.sides.indices.contains(split) else { throw .unknownIndex(split) }
      guard way.sides[split] == nil else { throw .splitTwiceOnWay(split) }
      // The last is taken first.
      steps += [.leave(split: split), .visit(node: Int(above)), .enter(split: split, .above)]
      steps += [.leave(split: split), .visit(node: Int(below)), .enter(split: split, .below)]
      return nil
    }
  }
}
