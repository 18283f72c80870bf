import Synchronization

/// A request to stop, set by any thread (a signal handler, a user interface) and polled by the solver.
package final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  /// Asks the solve to end soon and return its best plan. Safe on any thread, any number of times.
  package func request() { flag.store(true, ordering: .relaxed) }

  package var isRequested: Bool { flag.load(ordering: .relaxed) }
}
