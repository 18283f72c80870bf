public import Portfolio

/// Reads a workspace: `ballast.yaml` (may be missing), `accounts.csv` and `csms.csv`.
///
/// Time and memory grow linearly with the files. The result does not depend on the order of rows, the locale or the
/// time zone.
public struct WorkspaceReader {
  public static let policyFile = "ballast.yaml"
  public static let accountsFile = "accounts.csv"
  public static let csmsFile = "csms.csv"

  private let directory: String
  private let decisions: String?
  private let limits = CSVLimits()

  /// - Parameter decisions: path of a file of decisions, wherever it is.
  public init(directory: String, decisions: String? = nil) {
    self.directory = directory
    self.decisions = decisions
  }

  /// - Parameters:
  ///   - progress: called now and then from the calling thread.
  ///   - asOf: wins over `horizon.start`; without both the plan looks ahead from the day after `today`.
  /// - Throws: `WorkspaceError` when a file is missing (66) or cannot be read at all (77, 74).
  public func read(
    asOf: CalendarDate?, today: CalendarDate, progress: @escaping (ReadingProgress) -> Void = { _ in }
  ) throws -> LoadedWorkspace {
    var assembly = WorkspaceAssembly(progress: progress)
    if let bytes = try policyBytes(&assembly) { assembly.readPolicy(bytes) }
    if let bytes = try inputBytes(WorkspaceReader.csmsFile, &assembly) { assembly.readCSMTable(bytes) }
    if let bytes = try inputBytes(WorkspaceReader.accountsFile, &assembly) {
      assembly.readAccountTable(bytes)
    }
    if let decisions {
      let name = decisions.split(separator: "/").last.map(String.init) ?? decisions
      if let bytes = try tableBytes(name, at: decisions, &assembly) { assembly.readDecisions(bytes, file: name) }
    }
    let start = asOf ?? assembly.document.policy.horizon.start ?? today.adding(days: 1)
    return assembly.finish(asOf: start)
  }

  private func policyBytes(_ assembly: inout WorkspaceAssembly) throws -> [UInt8]? {
    let name = WorkspaceReader.policyFile
    do {
      return try assembly.digested(name, CappedFile.bytes(at: path(name), limit: YAMLGuard.fileBytes))
    } catch WorkspaceError.missing {
      return nil
    } catch let error as WorkspaceError where error.exitCode == 65 {
      assembly.issues.add(.error, .policy, file: name, .init(error.description, advice: error.advice))
      return nil
    }
  }

  private func inputBytes(_ name: String, _ assembly: inout WorkspaceAssembly) throws -> [UInt8]? {
    try tableBytes(name, at: path(name), &assembly).map { assembly.digested(name, $0) }
  }

  private func tableBytes(_ name: String, at path: String, _ assembly: inout WorkspaceAssembly) throws -> [UInt8]? {
    do {
      assembly.progress(ReadingProgress(file: name, rows: 0, totalRows: nil))
      return try CappedFile.bytes(at: path, limit: limits.fileBytes, longestLine: limits.lineBytes)
    } catch let error as WorkspaceError where error.exitCode == 65 {
      assembly.issues.add(.error, file: name, .init(error.description, advice: error.advice))
      return nil
    }
  }

  private func path(_ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }
}
