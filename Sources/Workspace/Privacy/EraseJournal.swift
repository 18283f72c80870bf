import Foundation

/// Changes several files as one: everything is written beside the workspace first, then a list says that it is complete,
/// and from then on the changes happen, if need be at the next start.
public struct EraseJournal {
  static let folder = ".ballast-erase"

  private struct Step: Codable {
    /// Of the new content in the folder of the journal; `nil`: the file is removed.
    var staged: String?
    var path: String
  }

  /// What is to be done, and whom to look for afterwards.
  private struct List: Codable {
    var steps: [Step]
    var subject: DataSubject
    var folders: [String]
  }

  /// An erasure that is done, with what the scan after it found.
  public struct Finished {
    public let id: String
    public let scan: PrivacyScan
  }

  private let place: String
  private var list: String { "\(place)/steps.json" }

  public init(in folder: String) { place = "\(folder)/\(EraseJournal.folder)" }

  /// Whether a change was complete and is not yet done.
  public var isPending: Bool { FileManager.default.fileExists(atPath: list) }

  /// - Returns: what a scan of the folders for the subject finds afterwards.
  func commit(
    _ files: [(path: String, bytes: [UInt8])], removals: [String], subject: DataSubject, folders: [String]
  ) throws -> PrivacyScan {
    try finish()
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var steps: [Step] = []
    for (index, file) in files.enumerated() {
      let writer = try AtomicFileWriter(path: "\(place)/\(index)")
      try writer.write(file.bytes)
      try writer.commit()
      let mode = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.posixPermissions]
      if let mode {
        try? FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(place)/\(index)")
      }
      steps.append(Step(staged: "\(index)", path: EraseJournal.absolute(file.path)))
    }
    steps += removals.map { Step(staged: nil, path: EraseJournal.absolute($0)) }
    let writer = try AtomicFileWriter(path: list)
    try writer.write(
      try JSONEncoder().encode(List(steps: steps, subject: subject, folders: folders.map(EraseJournal.absolute))))
    try writer.commit()
    return try finish()?.scan ?? PrivacyScan(subject, in: folders)
  }

  /// Does what a complete list asks for, and drops what is not complete. Each step may be done twice; an erasure is done
  /// when its files have been looked through.
  @discardableResult
  public func finish() throws -> Finished? {
    guard FileManager.default.fileExists(atPath: place) else { return nil }
    var finished: Finished?
    if isPending {
      let bytes = try CappedFile.bytes(at: list, limit: PrivateFiles.limit)
      guard let found = try? JSONDecoder().decode(List.self, from: Data(bytes)) else {
        throw WorkspaceError.inputOutput(path: list, reason: "it is damaged")
      }
      for step in found.steps { try take(step) }
      finished = Finished(id: found.subject.id, scan: try PrivacyScan(found.subject, in: found.folders))
      // The list first: without it, what else lies there means nothing.
      try FileManager.default.removeItem(atPath: list)
    }
    try FileManager.default.removeItem(atPath: place)
    return finished
  }

  private func take(_ step: Step) throws {
    guard let staged = step.staged else {
      if unlink(step.path) != 0, errno != ENOENT { throw SystemCall.writing(step.path, errno) }
      // A folder may be named after its reader; one that still holds something stays.
      var above = (step.path as NSString).deletingLastPathComponent
      while rmdir(above) == 0 { above = (above as NSString).deletingLastPathComponent }
      return
    }
    let source = "\(place)/\(staged)"
    guard FileManager.default.fileExists(atPath: source) else { return }
    // Outputs may lie on another disk, where a file cannot be moved to in one step.
    if rename(source, step.path) == 0 { return }
    let writer = try AtomicFileWriter(path: step.path)
    try writer.write(try CappedFile.bytes(at: source, limit: PrivateFiles.limit))
    try writer.commit()
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }
}
