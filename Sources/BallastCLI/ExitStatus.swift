import ArgumentParser

/// The documented exit codes.
enum ExitStatus {
  /// Only with `--detailed-exitcode`.
  static let changes = ExitCode(2)
  static let rulesCollide = ExitCode(3)
  static let noPlan = ExitCode(4)
  static let stalePlan = ExitCode(5)
  static let data = ExitCode(65)
  static let inputMissing = ExitCode(66)
  static let internalFailure = ExitCode(70)
  static let inputOutput = ExitCode(74)
  static let incomplete = ExitCode(75)
  static let policy = ExitCode(78)
}
