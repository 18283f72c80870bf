/// What stops a backend call from outside.
package struct BackendControl: Sendable {
  package var deadline: ContinuousClock.Instant?
  package var interruption: Interruption

  package init(deadline: ContinuousClock.Instant? = nil, interruption: Interruption = Interruption()) {
    self.deadline = deadline
    self.interruption = interruption
  }

  package var isOver: Bool {
    if interruption.isRequested { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }
}
