/// A program that a test needs could not be started, or did not end.
package enum ProcessError: Error {
  case notStarted(executable: String, code: Int32)
  /// Killed after the patience of the tests, which is far longer than any limit that they set.
  case stuck(executable: String, arguments: [String])
}
