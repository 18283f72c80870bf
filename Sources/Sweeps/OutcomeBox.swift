import Ballast
import Synchronization

/// Carries an outcome out of the closure that is told of it.
final class OutcomeBox: Sendable {
  private let content = Mutex<PlanOutcome?>(nil)

  var value: PlanOutcome? { content.withLock { $0 } }
  func set(_ outcome: PlanOutcome) { content.withLock { $0 = outcome } }
}
