import OptionModel
import Solving
import Synchronization

/// The proof of a running tree. It is complete at every moment: a node that is not yet explored stands as a leaf with
/// the multipliers of its parent.
final class ProofRecorder: Sendable {
  /// For all leaves together, in numbers of eight bytes.
  private static let mostNumbers = 25_000_000

  private struct Content: Sendable {
    var splits: [TreeProof.Split] = []
    var nodes: [TreeProof.Node] = []
    var root: TreeProof.Leaf?
    var rootCutoff: Int64 = .max
    var cuts: [ProvenCut] = []
  }

  private let content = Mutex(Content())
  private let mostNodes: Int
  private let fixing: OptionFixing?

  init(resourceCount: Int, fixing: OptionFixing?) {
    mostNodes = max(1000, Self.mostNumbers / (resourceCount + 100))
    self.fixing = fixing
  }

  /// What the relaxation of the root shows with the cuts so far, and the objective of the best selection then.
  func begin(_ leaf: TreeProof.Leaf, cuts: [ProvenCut], cutoff: Int64) {
    content.withLock { content in
      content.nodes = [.leaf(leaf)]
      content.root = leaf
      content.rootCutoff = cutoff
      content.cuts = cuts
    }
  }

  /// What the relaxation of a node shows. Places below zero are left out of the proof.
  func close(_ place: Int32, _ leaf: TreeProof.Leaf) {
    guard place >= 0 else { return }
    content.withLock { $0.nodes[Int(place)] = .leaf(leaf) }
  }

  /// Divides a leaf into two; `nil` when the proof has grown too large or leaves the node out.
  func branch(_ place: Int32, on split: TreeProof.Split) -> (split: Int32, below: Int32, above: Int32)? {
    guard place >= 0 else { return nil }
    return content.withLock { content in
      guard content.nodes.count < mostNodes, case .leaf = content.nodes[Int(place)] else { return nil }
      let leaf = content.nodes[Int(place)]
      let (number, below) = (Int32(content.splits.count), Int32(content.nodes.count))
      content.splits.append(split)
      content.nodes.append(leaf)
      content.nodes.append(leaf)
      content.nodes[Int(place)] = .inner(split: number, below: below, above: below + 1)
      return (number, below, below + 1)
    }
  }

  /// The whole, with the cuts that leaves use and those that these are made of.
  var proof: TreeProof? {
    let content = content.withLock { $0 }
    guard let fixing, let root = content.root else { return nil }
    let whole = TreeProof(
      cutoff: fixing.cutoff, fixing: fixing.multipliers, refixing: root,
      refixingCutoff: min(fixing.cutoff, content.rootCutoff), cuts: content.cuts.map(\.derivation),
      splits: content.splits, nodes: content.nodes)
    return whole.withoutUnusedCuts()
  }
}

extension TreeProof {
  fileprivate func withoutUnusedCuts() -> TreeProof {
    var isUsed = [Bool](repeating: false, count: cuts.count)
    for term in refixing?.cuts ?? [] { isUsed[Int(term.index)] = true }
    for case .leaf(let leaf) in nodes { for term in leaf.cuts { isUsed[Int(term.index)] = true } }
    for cut in cuts.indices.reversed() where isUsed[cut] {
      for case .cut(let earlier) in cuts[cut].rows.map(\.row) { isUsed[Int(earlier)] = true }
    }
    var places = [Int32](repeating: -1, count: cuts.count)
    for (place, cut) in cuts.indices.filter({ isUsed[$0] }).enumerated() { places[cut] = Int32(place) }
    func renumbered(_ leaf: Leaf) -> Leaf {
      var leaf = leaf
      leaf.cuts = leaf.cuts.map { Term(index: places[Int($0.index)], value: $0.value) }
      return leaf
    }
    var result = self
    result.refixing = refixing.map(renumbered)
    result.cuts = cuts.indices.filter { isUsed[$0] }.map { index in
      var cut = cuts[index]
      for term in cut.rows.indices {
        if case .cut(let earlier) = cut.rows[term].row { cut.rows[term].row = .cut(places[Int(earlier)]) }
      }
      return cut
    }
    result.nodes = nodes.map { node in if case .leaf(let leaf) = node { .leaf(renumbered(leaf)) } else { node } }
    return result
  }
}
