import Foundation

/// A program to run: where its output goes is what tests of pipes and signals vary.
package struct Invocation {
  package enum Output {
    /// Kept and returned.
    case captured
    /// A pipe whose reader has gone away.
    case closedPipe
  }

  package var executable: String
  package var arguments: [String]
  /// Added to the environment of the test; wins over it.
  package var environment: [String: String]
  /// Where the program runs; `nil`: where the tests do.
  package var folder: String?
  package var output: Output

  package init(
    _ executable: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
    output: Output = .captured
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.output = output
  }

  package func run() throws -> Outcome { try RunningProcess(self).wait() }

  /// The shell changes the folder, as `posix_spawn` can on some systems only, and becomes the program.
  var command: [String] {
    guard let folder else { return [executable] + arguments }
    return ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder, executable] + arguments
  }

  var mergedEnvironment: [String: String] {
    ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
  }
}
