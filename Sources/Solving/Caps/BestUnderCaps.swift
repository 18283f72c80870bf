import OptionModel
import Synchronization

/// The best selection under caps that several searches came across.
final class BestUnderCaps: Sendable {
  private let capped: CappedModel
  private let content = Mutex<(selection: Selection, objective: Int64)?>(nil)

  init(_ capped: CappedModel) { self.capped = capped }

  var selection: Selection? { content.withLock { $0?.selection } }
  var objective: Int64? { content.withLock { $0?.objective } }

  /// Of the base model. Any thread may call it. O(groups + consumptions of the chosen options).
  func offer(_ selection: Selection) {
    let objective = capped.base.objective(of: selection)
    guard objective < self.objective ?? .max, capped.permits(selection) else { return }
    content.withLock { content in
      if objective < content?.objective ?? .max { content = (selection, objective) }
    }
  }
}
