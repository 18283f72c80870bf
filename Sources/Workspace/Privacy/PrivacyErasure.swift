import Digest
import Foundation

/// What an erasure does to each file: worked out as a whole before the first byte is written.
public struct PrivacyErasure: Sendable {
  public struct Edit: Sendable {
    public let path: String
    public let places: Int
    let bytes: [UInt8]
  }

  public let pseudonym: String
  /// Accounts that the person still looks after: they have to be handed over first.
  public let holds: [String]
  public let edits: [Edit]
  /// Pages, calendars and texts made from the data: they are written anew by the commands that made them.
  public let removals: [String]
  private let folder: String

  /// - Parameter folders: the workspace first, then folders of outputs elsewhere.
  /// - Throws: `WorkspaceError` when a folder is missing.
  package init(_ subject: DataSubject, in folders: [String]) throws {
    let pseudonyms = Pseudonyms.ofOneRun
    let pseudonym = subject.kind == .csm ? pseudonyms.person(subject.id) : pseudonyms.account(subject.id)
    let eraser = FileEraser(subject: subject, pseudonym: pseudonym)
    let search = NameSearch(subject)
    let files = try PrivateFiles(folders).files
    var changed: [(file: PrivateFiles.File, bytes: [UInt8], places: Int)] = []
    var removals: [String] = []
    for file in files {
      let isNamed = search.match(file.name) == .certain
      // A policy or scenario named after them is an input: its name is for people to change.
      let isOutput = file.kind == .derived || (isNamed && file.kind != .yaml && file.name.contains("/"))
      if isOutput, isNamed || search.matches(in: file).contains(where: { $0.match == .certain }) {
        removals.append(file.path)
      } else if let edit = eraser.edited(file) {
        changed.append((file, edit.bytes, edit.places))
      }
    }
    self.pseudonym = pseudonym
    self.removals = removals
    holds = subject.kind == .csm ? subject.holds : []
    folder = folders.first ?? "."
    edits = PrivacyErasure.renamedDigests(changed, files).map {
      Edit(path: $0.path, places: $0.places, bytes: $0.bytes)
    }
  }

  /// All or nothing, also when the process is killed in the middle.
  public func commit() throws {
    try EraseJournal(in: folder).commit(edits.map { ($0.path, $0.bytes) }, removals: removals)
  }

  /// Documents name their inputs by SHA-256: a plan whose data were only erased from is not stale. A document that is
  /// changed so changes its own, hence the rounds; documents do not name each other in circles.
  private static func renamedDigests(
    _ changed: [(file: PrivateFiles.File, bytes: [UInt8], places: Int)], _ files: [PrivateFiles.File]
  ) -> [(path: String, places: Int, bytes: [UInt8])] {
    var current = Dictionary(
      changed.map { ($0.file.path, ($0.bytes, $0.places)) }, uniquingKeysWith: { first, _ in first })
    for _ in 0..<5 {
      var renamed: [(old: [UInt8], new: [UInt8])] = []
      for file in files {
        guard let (bytes, _) = current[file.path] else { continue }
        renamed.append(
          (Array(SHA256.hexadecimal(of: file.bytes).utf8), Array(SHA256.hexadecimal(of: bytes).utf8)))
      }
      var isSettled = true
      for file in files where file.kind == .json {
        let (before, places) = current[file.path] ?? (file.bytes, 0)
        // From the text without new digests, so that a round replaces what the round before wrote.
        let base = changed.first { $0.file.path == file.path }?.bytes ?? file.bytes
        let after = renamed.reduce(base) { replaced($0, $1.old, $1.new) }
        guard after != before else { continue }
        current[file.path] = (after, places)
        isSettled = false
      }
      if isSettled { break }
    }
    return files.compactMap { file in current[file.path].map { (file.path, $0.1, $0.0) } }
  }

  private static func replaced(_ bytes: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    guard old != new, old.count == new.count else { return bytes }
    var data = Data(bytes)
    var start = data.startIndex
    while let range = data.range(of: Data(old), in: start..<data.endIndex) {
      data.replaceSubrange(range, with: new)
      start = range.lowerBound + new.count
    }
    return Array(data)
  }
}
