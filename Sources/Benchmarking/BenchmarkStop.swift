import Solving

/// Asks a running benchmark to stop with what it has. May be used from any thread.
package final class BenchmarkStop: Sendable {
  let token = Interruption()

  package init() {}

  package func request() { token.request() }

  package var isRequested: Bool { token.isRequested }
}
