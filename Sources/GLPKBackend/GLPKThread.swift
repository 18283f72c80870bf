import CGLPK
import Dispatch
import Foundation
import Synchronization

/// Runs one GLPK call on a thread of its own and waits for it, but not for ever.
///
/// GLPK's environment is thread-local and its recursion deep, so each solve gets a fresh thread with a large stack
/// that frees the environment at its end. GLPK does not look at the clock in every phase: when the grace after the
/// deadline is over, the caller goes on without the thread, which ends by itself later and touches nothing shared
/// but its box.
enum GLPKThread {
  static let stackSize = 64 << 20
  /// How long past the deadline, or past an interruption, GLPK may take to notice.
  static let grace = 0.5

  /// The result of `body`, or `nil` when the thread had to be left behind.
  static func run<Value: Sendable>(
    until isOver: @Sendable () -> Bool, _ body: @escaping @Sendable () -> Value
  ) -> Value? {
    let shared = SharedBox<Value>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      glp_term_out(GLP_OFF)
      let value = body()
      glp_free_env()
      shared.store(value)
      done.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    return wait(for: done, until: isOver) ? shared.value : nil
  }

  private static func wait(for done: DispatchSemaphore, until isOver: () -> Bool) -> Bool {
    while done.wait(timeout: .now() + 0.05) == .timedOut {
      if isOver() { return done.wait(timeout: .now() + grace) == .success }
    }
    return true
  }
}

/// A value one thread leaves for another.
private final class SharedBox<Value: Sendable>: Sendable {
  private let content = Mutex<Value?>(nil)

  func store(_ value: Value) { content.withLock { $0 = value } }

  var value: Value? { content.withLock { $0 } }
}
