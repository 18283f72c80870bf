import Dispatch
import Foundation

/// Turns SIGINT and SIGTERM into a request to stop; a second one ends the process at once.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  /// `stop` is called on a background queue with the exit code the signal stands for: 130 or 143.
  init(stop: @escaping @Sendable (_ exitCode: Int32) -> Void) {
    let queue = DispatchQueue(label: "ballast.signals")
    let seen = Counter()
    sources = [(SIGINT, Int32(130)), (SIGTERM, Int32(143))].map { number, exitCode in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if seen.increment() > 1 { _exit(exitCode) }
        stop(exitCode)
      }
      source.resume()
      return source
    }
  }
}

extension SignalWatch {
  /// Gives the signals back their usual meaning.
  func cancel() {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
