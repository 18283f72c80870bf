import Dispatch
import Foundation
import Synchronization

/// Works through a list on several threads, each taking the next item that nobody has taken.
enum Turns {
  /// Returns when all items are done, or it is over and those that have begun are done. With one thread everything
  /// happens on the caller's.
  static func run(
    _ count: Int, threads: Int, isOver: @Sendable () -> Bool, _ body: @Sendable (Int) -> Void
  ) {
    let next = Atomic<Int>(0)
    @Sendable func work() {
      while !isOver() {
        let item = next.add(1, ordering: .relaxed).oldValue
        guard item < count else { return }
        body(item)
      }
    }
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in work() }
  }
}
