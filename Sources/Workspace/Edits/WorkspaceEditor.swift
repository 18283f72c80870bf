import Foundation

/// Writes a copy of a workspace with some edits.
public struct WorkspaceEditor {
  private let directory: String
  private let headers: [String: String]

  /// - Parameter workspace: read from `directory`; it knows how the columns are called there.
  public init(directory: String, workspace: LoadedWorkspace) {
    self.directory = directory
    headers = Dictionary(
      workspace.columnFacts.compactMap { fact in fact.header.map { ("\(fact.file) \(fact.column)", $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Writes `ballast.yaml`, `accounts.csv` and `csms.csv` into a folder, which is made.
  public func write(_ edits: [WorkspaceEdit], to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = AtomicFileSet()
    for name in [WorkspaceReader.accountsFile, WorkspaceReader.csmsFile] {
      try files.add(path: "\(folder)/\(name)").write(edited(table: name, edits))
    }
    if let policy = try policy(edits) {
      try files.add(path: "\(folder)/\(WorkspaceReader.policyFile)").write(policy)
    }
    try files.commit()
  }

  private func edited(table name: String, _ edits: [WorkspaceEdit]) throws -> [UInt8] {
    let bytes = try CappedFile.bytes(at: "\(directory)/\(name)", limit: CSVLimits().fileBytes)
    let cells = edits.compactMap { edit -> (line: Int, header: String, value: String)? in
      guard case .cell(name, let line, let column, let value) = edit else { return nil }
      return (line, headers["\(name) \(column)"] ?? column, value)
    }
    guard !cells.isEmpty, let editor = TableEditor(file: name, bytes: bytes) else { return bytes }
    return editor.replacing(cells)
  }

  /// `nil` where the workspace has no policy and needs none.
  private func policy(_ edits: [WorkspaceEdit]) throws -> String? {
    let path = "\(directory)/\(WorkspaceReader.policyFile)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let bytes = try CappedFile.bytes(at: path, limit: YAMLGuard.fileBytes)
    var editor = PolicyEditor(String(decoding: bytes, as: UTF8.self))
    for edit in edits {
      switch edit {
      case .cell: break
      case .pairingRemoved(let list, let account, let csm): editor.removePair(from: list, account: account, csm: csm)
      case .number(let path, let value): editor.set(path, to: value)
      }
    }
    return editor.text
  }
}
