import Solving

/// Asks a running search to stop with the best plan so far. May be used from any thread.
public final class PlanInterruption: Sendable {
  let token = Interruption()

  public init() {}

  public var isRequested: Bool { token.isRequested }

  public func request() { token.request() }
}
