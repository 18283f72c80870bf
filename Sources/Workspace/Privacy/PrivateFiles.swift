import Foundation

/// The files of a workspace and its outputs, as far as they can be looked into.
struct PrivateFiles {
  enum Kind { case table, json, yaml, derived, other }

  struct File {
    let path: String
    /// As people name it.
    let name: String
    let kind: Kind
    let bytes: [UInt8]
    /// In tables, documents and policies a line that begins with a space is one of its own.
    var mayFold: Bool { kind == .derived || kind == .other }
  }

  static let limit = 1 << 30
  let files: [File]
  /// Links, and what cannot be read.
  let skipped: [String]

  /// - Parameter folders: the workspace first, then folders of outputs elsewhere.
  /// - Throws: `WorkspaceError` when a folder is missing.
  init(_ folders: [String]) throws {
    var files: [File] = []
    var skipped: [String] = []
    for folder in folders {
      guard let names = FileManager.default.enumerator(atPath: folder) else {
        throw WorkspaceError.missing(path: folder)
      }
      let paths = names.compactMap { $0 as? String }.filter { !PrivateFiles.isOurs($0) }.sorted()
      for name in paths {
        let path = "\(folder)/\(name)"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
          skipped.append(path)
          continue
        }
        if isFolder.boolValue { continue }
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        guard !isLink, let bytes = try? CappedFile.bytes(at: path, limit: PrivateFiles.limit) else {
          skipped.append(path)
          continue
        }
        files.append(File(path: path, name: name, kind: PrivateFiles.kind(name, in: folder), bytes: bytes))
      }
    }
    self.files = files
    self.skipped = skipped
  }

  /// The history of a repository is a matter of its own.
  private static func isOurs(_ name: String) -> Bool {
    name.hasPrefix(".git/") || name.hasPrefix("\(EraseJournal.folder)/") || name == EraseJournal.folder
  }

  private static func kind(_ name: String, in folder: String) -> Kind {
    switch (name as NSString).pathExtension.lowercased() {
    case "csv": .table
    case "json", "jsonl": .json
    case "yaml", "yml": isMade(name, in: folder) ? .derived : .yaml
    case "html", "ics", "md", "txt": isDerived(name, in: folder) ? .derived : .other
    default: .other
    }
  }

  /// A scenario that `resilience` made: it can be made again, and is named after whom it is about.
  private static func isMade(_ name: String, in folder: String) -> Bool {
    let own = (name as NSString).deletingLastPathComponent
    guard (own as NSString).lastPathComponent == "scenarios" else { return false }
    let above = (own as NSString).deletingLastPathComponent
    return FileManager.default.fileExists(atPath: "\(folder)/\(above)/resilience.json")
  }

  /// Beside or below a document that this program wrote.
  private static func isDerived(_ name: String, in folder: String) -> Bool {
    let documents = ["plan.json", "review.json", "comparison.json", "frontier.json", "resilience.json", "sweep.json"]
    var own = (name as NSString).deletingLastPathComponent
    while true {
      let place = own.isEmpty ? folder : "\(folder)/\(own)"
      if documents.contains(where: { FileManager.default.fileExists(atPath: "\(place)/\($0)") }) { return true }
      if own.isEmpty { return false }
      own = (own as NSString).deletingLastPathComponent
    }
  }
}
