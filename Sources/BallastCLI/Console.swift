import Foundation
import PlanDocument

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

  /// Columns of the terminal on standard error: a line that is rewritten must not be longer.
  var errorWidth: Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return width }
    return Int(size.ws_col)
  }

  /// - Throws: `ExitCode` 74 when the output cannot be written: half a document must not look like a whole one.
  func output(_ text: String) throws {
    let code = Console.write(text, to: STDOUT_FILENO)
    guard code != 0 else { return }
    message("Standard output: \(String(cString: strerror(code))).\nMaybe the disk is full.\n")
    throw ExitStatus.inputOutput
  }

  func message(_ text: String) { _ = Console.write(text, to: STDERR_FILENO) }

  /// Writing beyond a limit or into a closed pipe becomes an error of the write instead of the end of the process: so
  /// `ballast plan | head -1` writes all its files, and a full quota is reported with the path.
  static func ignoreSignalsOfWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// What `--json` prints for a command whose result is files.
  func outputJSON(files: [String]) throws { try outputJSON(["files": files]) }

  func outputJSON(_ value: some Encodable) throws { try output(DocumentJSON.text(value)) }

  /// Returns the error number, 0 for none. A reader that has gone away is not an error.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return errno == EPIPE ? 0 : errno
      }
    }
    return 0
  }
}
