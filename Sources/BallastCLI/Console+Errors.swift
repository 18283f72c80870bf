import ArgumentParser
import Ballast
import Workspace

extension Console {
  /// Runs `body`; a file that cannot be read or written, or numbers that cannot be used, end the command with a message
  /// and its exit code.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as WorkspaceError {
      message("\(error.description)\n\(error.advice)\n")
      throw ExitCode(error.exitCode)
    } catch let error as UnusableInput {
      message(error.problems.map { "\($0)\n" }.joined() + "Maybe a column is in another unit.\n")
      throw ExitStatus.data
    }
  }
}
