import Dispatch
import Foundation

/// Calls a closure at regular times on its own thread until it is stopped: whoever watches a solve sees that it is
/// alive, even where one call of the backend takes a minute.
final class Heartbeat: Sendable {
  private let stopped = DispatchSemaphore(value: 0)

  init(seconds: Double, _ beat: @escaping @Sendable () -> Void) {
    let stopped = stopped
    Thread {
      while stopped.wait(timeout: .now() + seconds) == .timedOut { beat() }
    }.start()
  }

  /// At most one beat more may follow.
  func stop() { stopped.signal() }
}
