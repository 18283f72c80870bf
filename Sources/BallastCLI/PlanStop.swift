import Ballast
import Synchronization

/// Remembers which signal asked a search to stop.
final class PlanStop: Sendable {
  let interruption = PlanInterruption()
  private let code = Atomic<Int32>(0)

  /// 130 or 143 after a signal, else `nil`.
  var exitCode: Int32? {
    let value = code.load(ordering: .relaxed)
    return value == 0 ? nil : value
  }

  func request(exitCode: Int32) {
    code.store(exitCode, ordering: .relaxed)
    interruption.request()
  }
}
