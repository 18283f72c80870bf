/// A file that could not be read or written at all. What is wrong *inside* a file is a `ValidationIssue`.
public enum WorkspaceError: Error, Hashable {
  /// The file does not exist.
  case missing(path: String)
  case notReadable(path: String, reason: String)
  /// A folder, a pipe, a device: `kind` says which.
  case notRegular(path: String, kind: String)
  case tooLarge(path: String, limit: Int)
  /// A line without an end within the limit: reading stops before it fills the memory.
  case lineTooLong(path: String, line: Int, limit: Int)
  case alreadyExists(path: String)
  case cannotCreate(path: String, reason: String)
  case noPermission(path: String, reason: String)
  /// Reading or writing failed midway: a full disk, say.
  case inputOutput(path: String, reason: String)

  /// The exit code of a command that stops for this error.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .notReadable, .noPermission: 77
    case .notRegular, .tooLarge, .lineTooLong: 65
    case .alreadyExists, .cannotCreate: 73
    case .inputOutput: 74
    }
  }
}

extension WorkspaceError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "\(shown(path)) does not exist."
    case .notReadable(let path, let reason): "\(shown(path)) cannot be read: \(reason)."
    case .notRegular(let path, let kind): "\(shown(path)) is \(kind), not a file."
    case .tooLarge(let path, let limit): "\(shown(path)) is larger than \(limit) bytes."
    case .lineTooLong(let path, let line, let limit):
      "\(shown(path)): line \(line) is longer than \(limit) bytes."
    case .alreadyExists(let path): "\(shown(path)) exists already and is not overwritten."
    case .cannotCreate(let path, let reason): "\(shown(path)) cannot be created: \(reason)."
    case .noPermission(let path, let reason): "\(shown(path)) may not be written: \(reason)."
    case .inputOutput(let path, let reason): "\(shown(path)): reading or writing failed: \(reason)."
    }
  }

  /// What to do about it.
  public var advice: String {
    switch self {
    case .missing: "Maybe the path is another one; `ballast init` makes a workspace to start from."
    case .notReadable: "Maybe the permissions of the file or of its folder are too narrow."
    case .notRegular: "Maybe save the data to a file first and name that."
    case .tooLarge, .lineTooLong: "Maybe this is not the file that was meant."
    case .alreadyExists: "Maybe choose an empty folder."
    case .cannotCreate: "Maybe the folder above it is missing or read-only; choose another."
    case .noPermission: "Maybe choose a folder that you may write to."
    case .inputOutput: "Maybe the disk is full. Earlier files are unchanged."
    }
  }

  /// Longer than a cell: the end of a path is what tells files apart.
  private func shown(_ path: String) -> String { DisplayText.shown(path, limit: 300) }
}
