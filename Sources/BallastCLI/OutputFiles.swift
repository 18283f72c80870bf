import Foundation
import PlanDocument
import Portfolio
import Reports
import Workspace

/// Writes results so that they appear whole or not at all.
enum OutputFiles {
  /// Everything a plan writes, as one set. Returns what a reader looks for first; dated CRM files are only counted.
  static func write(_ document: PlanDocument, export: ExportPolicy, to folder: String) throws -> [String] {
    try createFolder(folder)
    var files = PlanFiles(document, export: export).files.map { ("\(folder)/\($0.name)", $0.bytes()) }
    files.append(("\(folder)/plan.json", Array(try document.encoded())))
    try write(files)
    return shown(files.map(\.0))
  }

  private static func shown(_ paths: [String]) -> [String] {
    let dated = paths.filter { $0.contains("/crm-") }.count
    let main = paths.filter { !$0.contains("/crm-") }
    return dated == 0 ? main : main + ["\(dated) dated files crm-load-*.csv and crm-rollback-*.csv"]
  }

  static func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    let set = AtomicFileSet()
    for file in files { try set.add(path: file.path).write(file.bytes) }
    try set.commit()
  }

  private static func createFolder(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch let error as CocoaError where error.code == .fileWriteNoPermission {
      throw WorkspaceError.noPermission(path: folder, reason: "the folder cannot be created")
    } catch {
      throw WorkspaceError.cannotCreate(path: folder, reason: "the folder cannot be created")
    }
  }
}
