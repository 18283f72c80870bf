import Foundation
import PlanDocument
import Portfolio
import Reports
import Workspace

/// Writes results so that they appear whole or not at all.
enum OutputFiles {
  /// Everything a plan writes, as one set. Returns the paths, the report first.
  static func write(
    _ document: PlanDocument, _ proof: ProofDocument?, alternatives: [PlanDocument] = [], export: ExportPolicy,
    audiences: [Audience] = [],
    to folder: String, inputs: String, keeping kept: [String] = []
  ) throws -> [String] {
    let files =
      PlanFiles(document, export: export).files + reports(document, for: audiences.filter { $0 != .lead })
    try createFolders(of: files, in: folder)
    let proofPath = "\(folder)/\(ProofDocument.fileName)"
    let paths =
      (files.map(\.name) + ["plan.json"]).map { "\(folder)/\($0)" } + (proof == nil ? [] : [proofPath])
    for path in paths {
      try refuse(path, ifInputIn: inputs)
      try refuse(path, ifOneOf: kept)
    }
    let set = AtomicFileSet()
    // One file at a time, and the largest in pieces: of 100,000 accounts they are some hundred megabytes together.
    for (file, path) in zip(files, paths) { try add(file, as: path, to: set) }
    if let proof {
      let file = try set.add(path: proofPath)
      try proof.forEachPiece { try file.write($0) }
    } else {
      set.remove(path: proofPath)
    }
    let plan = try set.add(path: "\(folder)/plan.json")
    try document.forEachPiece { try plan.write($0) }
    let others = try add(alternatives, proof, in: folder, to: set)
    try set.commit()
    return paths + others
  }

  /// Each alternative in a folder of its own, with the proof its bound rests on. Those of an earlier plan go.
  private static func add(
    _ alternatives: [PlanDocument], _ proof: ProofDocument?, in folder: String, to set: AtomicFileSet
  ) throws -> [String] {
    var paths: [String] = []
    for (index, alternative) in alternatives.enumerated() {
      let own = "\(folder)/alternatives/\(index + 1)"
      try createFolder(own)
      paths.append("\(own)/plan.json")
      let plan = try set.add(path: "\(own)/plan.json")
      try alternative.forEachPiece { try plan.write($0) }
      if let proof {
        let file = try set.add(path: "\(own)/\(ProofDocument.fileName)")
        try proof.forEachPiece { try file.write($0) }
      } else {
        set.remove(path: "\(own)/\(ProofDocument.fileName)")
      }
    }
    for name in names(in: "\(folder)/alternatives") where Int(name).map({ $0 > alternatives.count }) ?? false {
      set.remove(path: "\(folder)/alternatives/\(name)/plan.json")
      set.remove(path: "\(folder)/alternatives/\(name)/\(ProofDocument.fileName)")
    }
    return paths
  }

  /// The reports of a plan for each of the audiences; those of the lead without the files for the CRM.
  static func reports(_ document: PlanDocument, for audiences: [Audience]) -> [PlanFiles.File] {
    guard !audiences.isEmpty else { return [] }
    let reducer = AudienceReducer(document)
    return audiences.flatMap { audience in
      audience == .lead
        ? PlanFiles(document, export: nil).files : AudienceFiles(reducer, for: audience).files
    }
  }

  /// Writes files as one set. Returns the paths.
  static func write(_ files: [PlanFiles.File], to folder: String) throws -> [String] {
    try createFolders(of: files, in: folder)
    let set = AtomicFileSet()
    for file in files { try add(file, as: "\(folder)/\(file.name)", to: set) }
    try set.commit()
    return files.map { "\(folder)/\($0.name)" }
  }

  /// Complete on the disk and closed: a plan may have more files than a process may have open.
  private static func add(_ file: PlanFiles.File, as path: String, to set: AtomicFileSet) throws {
    let writer = try set.add(path: path)
    try writer.write(file.bytes())
    try writer.prepare()
  }

  private static func createFolders(of files: [PlanFiles.File], in folder: String) throws {
    try createFolder(folder)
    let folders = Set(files.map { ("\(folder)/\($0.name)" as NSString).deletingLastPathComponent })
    for folder in folders.sorted() { try createFolder(folder) }
  }

  /// What a reader can take in: of each kind of many files their number.
  static func shown(_ paths: [String], in folder: String) -> [String] {
    let kinds: [(name: String, has: (String) -> Bool)] = [
      ("CRM files, crm-*.csv", isLoadFile), ("handoff packs, handoffs/csm-*.md", { isPack($0, in: folder) }),
      ("alternatives, alternatives/*/plan.json", { $0.hasPrefix("\(folder)/alternatives/") }),
      ("files for single readers, audience/*", { $0.hasPrefix("\(folder)/audience/") }),
    ]
    let others = paths.filter { path in !kinds.contains { $0.has(path) } }
    return others
      + kinds.compactMap { kind in
        let count = paths.count { kind.has($0) }
        return count == 0 ? nil : "\(count) \(kind.name)"
      }
  }

  static func isPack(_ path: String, in folder: String) -> Bool {
    path.hasPrefix("\(folder)/handoffs/csm-") && path.hasSuffix(".md")
  }

  /// - Throws: `WorkspaceError` (73) when one of the files is an input in the folder `inputs`.
  static func write(_ files: [(path: String, bytes: [UInt8])], inputs: String) throws {
    for file in files { try refuse(file.path, ifInputIn: inputs) }
    let set = AtomicFileSet()
    for file in files { try set.add(path: file.path).write(file.bytes) }
    try set.commit()
  }

  /// Names of the CRM files in a folder, sorted.
  static func loadFiles(in folder: String) -> [String] { names(in: folder).filter(isLoadFile) }

  /// What of an earlier plan lies beside these files and looks like one of them: files for the CRM, packs of people who
  /// have no handoff any more, folders of readers who were not asked for this time. Sorted.
  static func earlierFiles(in folder: String, besides paths: [String]) -> [String] {
    let written = Set(paths)
    let readers = Set(paths.map { ($0 as NSString).deletingLastPathComponent })
    let packs = names(in: "\(folder)/handoffs").map { "handoffs/\($0)" }.filter {
      isPack("\(folder)/\($0)", in: folder)
    }
    let folders = names(in: "\(folder)/audience").map { "audience/\($0)" }.filter {
      !readers.contains("\(folder)/\($0)")
    }
    return (loadFiles(in: folder) + packs).filter { !written.contains("\(folder)/\($0)") } + folders
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  static func isLoadFile(_ path: String) -> Bool {
    let name = (path as NSString).lastPathComponent
    return name.hasSuffix(".csv") && (name.hasPrefix("crm-load-") || name.hasPrefix("crm-rollback-"))
  }

  static func refuse(_ path: String, ifInputIn folder: String) throws {
    guard let target = identity(path) else { return }
    for name in [WorkspaceReader.policyFile, WorkspaceReader.accountsFile, WorkspaceReader.csmsFile]
    where identity("\(folder)/\(name)") == target {
      throw WorkspaceError.cannotCreate(path: path, reason: "it is an input of the plan")
    }
  }

  /// What was read must not be lost: a published plan, answers that somebody typed.
  private static func refuse(_ path: String, ifOneOf kept: [String]) throws {
    guard let target = identity(path), kept.contains(where: { identity($0) == target }) else { return }
    throw WorkspaceError.cannotCreate(path: path, reason: "it was read for this plan; choose another --output")
  }

  /// Device and number, whatever links lead there.
  private static func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)]
  }

  static func createFolder(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch let error as CocoaError where error.code == .fileWriteNoPermission {
      throw WorkspaceError.noPermission(path: folder, reason: "the folder cannot be created")
    } catch {
      throw WorkspaceError.cannotCreate(path: folder, reason: "the folder cannot be created")
    }
  }
}
