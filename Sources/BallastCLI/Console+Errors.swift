import ArgumentParser
import Workspace

extension Console {
  /// Runs `body`; a file that cannot be read or written ends the command with a message and its exit code.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as WorkspaceError {
      message("\(error.description)\n\(error.advice)\n")
      throw ExitCode(error.exitCode)
    }
  }
}
