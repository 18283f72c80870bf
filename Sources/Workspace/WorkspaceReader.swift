public import Portfolio

/// Reads a workspace: `ballast.yaml` (may be missing), `accounts.csv` and `csms.csv`.
///
/// Time and memory grow linearly with the files. The result does not depend on the order of rows, the locale or the
/// time zone.
public struct WorkspaceReader {
  public static let policyFile = "ballast.yaml"
  public static let accountsFile = "accounts.csv"
  public static let csmsFile = "csms.csv"
  public static let activityFile = "activity.csv"
  public static let findingDecisionsFile = "finding-decisions.csv"

  private let directory: String
  private let decisions: String?
  private let activities: String?
  private let findingDecisions: String?
  private let scenario: String?
  private let mask: Pseudonyms?
  private var sources: [ScenarioSource] = []
  private let limits = CSVLimits()

  /// - Parameters:
  ///   - decisions: path of a file of decisions, wherever it is.
  ///   - activities: path of a file of time given to accounts, wherever it is.
  ///   - scenario: path of a scenario to lay over the files, wherever it is.
  ///   - findingDecisions: path of a file of decisions about findings, wherever it is.
  ///   - mask: what names, ids and texts about persons are replaced by before anybody sees them.
  public init(
    directory: String, decisions: String? = nil, activities: String? = nil, findingDecisions: String? = nil,
    scenario: String? = nil, mask: Pseudonyms? = nil
  ) {
    self.directory = directory
    self.decisions = decisions
    self.activities = activities
    self.findingDecisions = findingDecisions
    self.mask = mask
    self.scenario = scenario
  }

  /// - Parameter scenarios: what to lay over the files, the one underneath first.
  public init(directory: String, scenarios: [ScenarioText]) {
    self.init(directory: directory, sources: scenarios.map { .text($0) })
  }

  init(directory: String, sources: [ScenarioSource]) {
    self.init(directory: directory)
    self.sources = sources
  }

  /// - Parameters:
  ///   - progress: called now and then from the calling thread.
  ///   - asOf: wins over `horizon.start`; without both the plan looks ahead from the day after `today`.
  /// - Throws: `WorkspaceError` when a file is missing (66) or cannot be read at all (77, 74).
  public func read(
    asOf: CalendarDate?, today: CalendarDate, progress: @escaping (ReadingProgress) -> Void = { _ in }
  ) throws -> LoadedWorkspace {
    guard scenario != nil || !sources.isEmpty else {
      let read = try readFiles(asOf: asOf, today: today, progress: progress)
      return masked(read, besides: nil)
    }
    let issues = IssueCollector()
    var base = try readFiles(asOf: asOf, today: today, progress: progress)
    let pseudonyms = mask.flatMap { mask in base.portfolio.map { PseudonymIndex(mask, $0) } }
    var files = try ScenarioFiles(scenario, directory: directory, issues: issues, pseudonyms: pseudonyms)
    try files.lay(sources, directory: directory)
    guard let portfolio = base.portfolio else { return masked(base, besides: nil) }
    let overlay = ScenarioOverlay(files: files, issues: issues).apply(to: portfolio)
    guard issues.errorCount == 0 else {
      base.portfolio = nil
      base.issues += issues.sorted()
      return masked(base, besides: portfolio)
    }
    return masked(try changed(base, overlay, files, asOf: asOf, today: today), besides: portfolio)
  }

  /// The one place where a mask is put on. `other`: people whom a scenario takes away are named in its words.
  private func masked(_ workspace: LoadedWorkspace, besides other: Portfolio?) -> LoadedWorkspace {
    mask.map { WorkspaceMask($0, names: [workspace.portfolio, other].compactMap { $0 }).masked(workspace) } ?? workspace
  }

  /// Reads the changed tables and policy as if they were files. What the files themselves say about empty cells and the
  /// like has been said of the base.
  private func changed(
    _ base: LoadedWorkspace, _ overlay: ScenarioOverlay.Result, _ files: ScenarioFiles, asOf: CalendarDate?,
    today: CalendarDate
  ) throws -> LoadedWorkspace {
    var assembly = WorkspaceAssembly { _ in }
    assembly.readPolicy(try policyBytes(&assembly) ?? [], layers: overlay.policies)
    assembly.readCanonicalTables(csms: overlay.csms, accounts: overlay.accounts)
    try readDecisions(&assembly)
    try readActivities(&assembly)
    try readFindingDecisions(&assembly)
    var result = assembly.finish(asOf: asOf ?? assembly.document.policy.horizon.start ?? today.adding(days: 1))
    let isKnown = { (issue: ValidationIssue) in base.issues.contains { $0.message == issue.message } }
    result.issues = base.issues + result.issues.filter { $0.severity != .note && !isKnown($0) }
    result.digests = base.digests.merging(files.digests) { own, _ in own }
    result.columnFacts = base.columnFacts
    result.incumbentsFromOwnerID = base.incumbentsFromOwnerID
    result.scenario = overlay.facts
    return result
  }

  private func readFiles(
    asOf: CalendarDate?, today: CalendarDate, progress: @escaping (ReadingProgress) -> Void
  ) throws -> LoadedWorkspace {
    var assembly = WorkspaceAssembly(progress: progress)
    if let bytes = try policyBytes(&assembly) { assembly.readPolicy(bytes) }
    if let bytes = try inputBytes(WorkspaceReader.csmsFile, &assembly) { assembly.readCSMTable(bytes) }
    if let bytes = try inputBytes(WorkspaceReader.accountsFile, &assembly) {
      assembly.readAccountTable(bytes)
    }
    try readDecisions(&assembly)
    try readActivities(&assembly)
    try readFindingDecisions(&assembly)
    let start = asOf ?? assembly.document.policy.horizon.start ?? today.adding(days: 1)
    return assembly.finish(asOf: start)
  }

  private func readDecisions(_ assembly: inout WorkspaceAssembly) throws {
    guard let decisions else { return }
    let name = decisions.split(separator: "/").last.map(String.init) ?? decisions
    if let bytes = try tableBytes(name, at: decisions, &assembly) { assembly.readDecisions(bytes, file: name) }
  }

  private func readActivities(_ assembly: inout WorkspaceAssembly) throws {
    guard let activities else { return }
    let name = activities.split(separator: "/").last.map(String.init) ?? activities
    if let bytes = try tableBytes(name, at: activities, &assembly) {
      assembly.readActivities(assembly.digested(name, bytes), file: name)
    }
  }

  private func readFindingDecisions(_ assembly: inout WorkspaceAssembly) throws {
    guard let path = findingDecisions else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let bytes = try tableBytes(name, at: path, &assembly) { assembly.readFindingDecisions(bytes, file: name) }
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
