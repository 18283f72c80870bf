import Solving
import Synchronization

/// The tree of one search, worked on by one or several threads.
final class SharedTree: Sendable {
  enum Supply {
    case node(TreeNode)
    /// Nothing is open now, but other workers may still add nodes.
    case later
    case exhausted
  }

  private struct Content: Sendable {
    var open = NodeQueue()
    /// Bounds of the nodes that workers hold, by worker.
    var held: [Int: Double] = [:]
    var created = 0
    var explored = 0
    /// The lowest bound of nodes that were given up unexplored.
    var abandoned = Double.infinity
  }

  /// Beyond, new nodes are kept without a basis: slower to solve, but never short of memory.
  private static let mostBasisBytes = 400_000_000

  private let content = Mutex(Content())

  var nodes: Int { content.withLock { $0.explored } }

  /// The lowest bound of all that is not explored, in points; infinite when nothing is left.
  var bound: Double {
    content.withLock { min($0.open.lowestBound ?? .infinity, $0.held.values.min() ?? .infinity, $0.abandoned) }
  }

  var hasAbandoned: Bool { content.withLock { $0.abandoned < .infinity } }

  func add(_ node: TreeNode) {
    content.withLock { content in
      var node = node
      node.number = content.created
      // Two siblings share one basis.
      if content.open.count / 2 * node.basis.bytes > Self.mostBasisBytes { node.basis = Basis() }
      content.created += 1
      content.open.push(node)
    }
  }

  /// The most promising node, which the worker holds from now on. Decided at one moment, so that no worker takes the
  /// instant between another's last node and its children for the end.
  func take(worker: Int) -> Supply {
    content.withLock { content in
      guard let node = content.open.pop() else { return content.held.isEmpty ? .exhausted : .later }
      content.held[worker] = node.bound
      content.explored += 1
      return .node(node)
    }
  }

  /// What the worker held is explored: pruned, solved or replaced by its children.
  func release(worker: Int) { content.withLock { content in content.held[worker] = nil } }

  /// What the worker held could not be explored and stays open for good.
  func abandon(worker: Int) {
    content.withLock { content in
      if let bound = content.held.removeValue(forKey: worker) { content.abandoned = min(content.abandoned, bound) }
    }
  }
}
