import Ballast
import Foundation
import PlanDocument
import Synchronization
import Workspace

/// The file of `--progress-log`: one line of JSON for each improvement of the plan or of a bound, and one at the end.
/// It replaces an earlier one when the search begins; from then on it grows line by line, and a run that is killed
/// leaves whole lines.
final class ProgressFile: Sendable {
  private struct State {
    let writer: AtomicFileWriter
    var last: SearchMoment?
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  /// - Throws: `WorkspaceError` when the file cannot be created, is no regular file, or is an input in the folder
  ///   `inputs`.
  init(path: String, inputs: String) throws {
    try OutputFiles.refuse(path, ifInputIn: inputs)
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try OutputFiles.createFolder(folder) }
    let writer = try AtomicFileWriter(path: path)
    try writer.publish()
    state = Mutex(State(writer: writer))
  }

  /// A disk that is full must not cost the plan: the failure is kept for `close()`.
  func record(_ moment: SearchMoment) {
    state.withLock { state in
      guard state.failure == nil, moment.isNews(after: state.last) else { return }
      state.last = moment
      do {
        try state.writer.write(ProgressFile.line(moment))
        try state.writer.flush()
      } catch {
        state.failure = error
      }
    }
  }

  /// - Throws: the first failure of the file.
  func close() throws {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      try state.writer.prepare()
    }
  }

  /// Micropoints and fractions; numbers and known words only, so nothing needs escaping.
  static func line(_ moment: SearchMoment) -> String {
    func text(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "null" }
    let fields = [
      ("seconds", "\(moment.seconds)"), ("objective", text(moment.objective?.micropoints)),
      ("bound", text(moment.bound?.micropoints)), ("certifiedBound", text(moment.certifiedBound?.micropoints)),
      ("gap", text(moment.gap)), ("certifiedGap", text(moment.certifiedGap)),
      ("phase", "\"\(moment.phase.rawValue)\""),
    ]
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
  }
}

extension SearchMoment {
  fileprivate func isNews(after last: SearchMoment?) -> Bool {
    if phase == .finished { return true }
    guard let last else { return objective != nil || bound != nil }
    return objective != last.objective || bound != last.bound || certifiedBound != last.certifiedBound
  }
}
