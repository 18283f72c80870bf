import Solving

/// How much of the time of a diagnosis is left.
struct DiagnosisClock {
  let deadline: ContinuousClock.Instant?
  let interruption: PlanInterruption

  init(_ request: PlanRequest, _ interruption: PlanInterruption) {
    deadline = request.timeLimit.map { ContinuousClock.now + $0 }
    self.interruption = interruption
  }

  var control: BackendControl { BackendControl(deadline: deadline, interruption: interruption.token) }

  /// Until a part of what is left has gone.
  func control(share: Double) -> BackendControl {
    BackendControl(deadline: left.map { ContinuousClock.now + $0 * share }, interruption: interruption.token)
  }

  /// A part of what is left; `nil` without a limit.
  func left(share: Double) -> Duration? { left.map { $0 * share } }

  private var left: Duration? { deadline.map { max(.milliseconds(50), $0 - .now) } }

  var isOver: Bool { control.isOver }
}
