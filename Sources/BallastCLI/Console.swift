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

  /// So that `ballast plan | head -1` writes all its files, and a warning nobody reads does not end the search.
  static func surviveClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// What `--json` prints for a command whose result is files.
  func outputJSON(files: [String]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    output(String(decoding: try encoder.encode(["files": files]), as: UTF8.self) + "\n")
  }

  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
