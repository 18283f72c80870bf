import Dispatch
import Foundation
import Synchronization

/// A branch and bound that runs on its own thread while the caller goes on looking for better selections.
final class BackgroundSearch: Sendable {
  private let outcome = Mutex<TreeSearchOutcome?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Starts at once and requests `ended` when the outcome is there, unless the backend was told to stop, or failed: then
  /// there is all the more reason to go on.
  init(ended: Interruption, _ body: @escaping @Sendable () -> TreeSearchOutcome) {
    let thread = Thread { [self] in
      let found = body()
      outcome.withLock { $0 = found }
      if found.status.isAnswer { ended.request() }
      done.signal()
    }
    thread.start()
  }

  /// Waits for the end. A backend returns soon after its deadline or interruption, so this does too.
  func wait() -> TreeSearchOutcome {
    done.wait()
    return outcome.withLock { $0 } ?? TreeSearchOutcome(status: .failed("no outcome"), nodes: 0)
  }
}
