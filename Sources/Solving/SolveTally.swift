import Synchronization

/// What a running solve has done so far, for those who watch it. Any thread may count; nothing is decided by it.
package final class SolveTally: Sendable {
  package struct Counts: Sendable, Hashable {
    /// Neighbourhoods or blocks solved by the backend.
    package var blocks: Int64 = 0
    /// Steps of local search, tried or accepted.
    package var moves: Int64 = 0
    /// Branch-and-bound nodes of blocks and of the tree.
    package var nodes: Int64 = 0

    package init(blocks: Int64 = 0, moves: Int64 = 0, nodes: Int64 = 0) {
      self.blocks = blocks
      self.moves = moves
      self.nodes = nodes
    }
  }

  private let blocks = Atomic<Int64>(0)
  private let moves = Atomic<Int64>(0)
  /// Of blocks and of trees that have ended.
  private let endedNodes = Atomic<Int64>(0)
  private let treeNodes = Atomic<Int64>(0)

  package init() {}

  package var counts: Counts {
    Counts(
      blocks: blocks.load(ordering: .relaxed), moves: moves.load(ordering: .relaxed),
      nodes: endedNodes.load(ordering: .relaxed) + treeNodes.load(ordering: .relaxed))
  }

  /// One relaxed addition: count some hundred moves at a time.
  package func count(moves number: Int64) { moves.add(number, ordering: .relaxed) }

  package func count(blocks number: Int64 = 1, nodes: Int) {
    blocks.add(number, ordering: .relaxed)
    endedNodes.add(Int64(nodes), ordering: .relaxed)
  }

  /// The running tree of the whole model says how many nodes it has so far.
  package func raise(treeNodes number: Int) { treeNodes.max(Int64(number), ordering: .relaxed) }

  /// The tree has ended; another may begin. For a moment a reader may see less.
  package func end(treeNodes number: Int) {
    treeNodes.store(0, ordering: .relaxed)
    endedNodes.add(Int64(number), ordering: .relaxed)
  }
}
