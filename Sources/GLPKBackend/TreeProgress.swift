import OptionModel
import Solving
import Synchronization

/// What a tree has found so far; the waiting thread may read it while the tree still runs.
final class TreeProgress: Sendable {
  struct Content: Sendable {
    var selection: Selection?
    var objective: Int64?
    var bound: Int64?
    var nodes = 0
  }

  private let content: Mutex<Content>
  let work: SimplexWork

  init(incumbent: Selection?, objective: Int64?, work: SimplexWork) {
    self.work = work
    content = Mutex(Content(selection: incumbent, objective: objective))
  }

  var current: Content { content.withLock { $0 } }

  /// Keeps a selection when it is better; tells whether it was.
  func offer(_ selection: Selection, objective: Int64) -> Bool {
    content.withLock { content in
      if let best = content.objective, best <= objective { return false }
      content.selection = selection
      content.objective = objective
      return true
    }
  }

  /// Bounds only rise.
  func raise(bound: Int64?, nodes: Int) {
    content.withLock { content in
      content.nodes = nodes
      if let bound { content.bound = max(bound, content.bound ?? bound) }
    }
  }

  func outcome(status: BackendStatus) -> TreeSearchOutcome {
    let content = current
    return TreeSearchOutcome(
      status: status, selection: content.selection, objective: content.objective, bound: content.bound,
      nodes: content.nodes, work: work.units)
  }
}
