import Foundation

/// Standard output and standard error. A closed pipe is not an error: the files are written by then.
struct Console {
  let isErrorTerminal = isatty(2) == 1
  let isOutputTerminal = isatty(1) == 1

  var allowsColor: Bool {
    isOutputTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Columns of the terminal, 100 where there is none.
  var width: Int {
    Int(ProcessInfo.processInfo.environment["COLUMNS"] ?? "").map { min(max($0, 60), 160) } ?? 100
  }

  func output(_ text: String) { Console.write(text, to: .standardOutput) }
  func message(_ text: String) { Console.write(text, to: .standardError) }

  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
