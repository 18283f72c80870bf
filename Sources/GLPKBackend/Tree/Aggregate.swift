import Synchronization

/// Columns whose number among the chosen can be branched on.
struct Aggregate: Sendable, Hashable {
  let columns: [Int32]
}

/// The aggregates that some worker has tried, by number; all workers share it, so that a number means one row.
final class AggregateRegistry: Sendable {
  /// Every one is a row of every relaxation from then on.
  private static let mostAggregates = 300

  private struct Content: Sendable {
    var aggregates: [Aggregate] = []
    var numbers: [Aggregate: Int] = [:]
  }

  private let content = Mutex(Content())

  var all: [Aggregate] { content.withLock { $0.aggregates } }

  /// The number of an aggregate, `nil` when there are too many already.
  func number(of aggregate: Aggregate) -> Int? {
    content.withLock { content in
      if let known = content.numbers[aggregate] { return known }
      guard content.aggregates.count < Self.mostAggregates else { return nil }
      content.numbers[aggregate] = content.aggregates.count
      content.aggregates.append(aggregate)
      return content.aggregates.count - 1
    }
  }
}
