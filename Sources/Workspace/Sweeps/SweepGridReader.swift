public import Portfolio
import Yams

/// Reads a grid and holds every value of every axis against the workspace, so that whatever is wrong is said at once and
/// before anything is computed.
public struct SweepGridReader {
  private let path: String

  public init(path: String) { self.path = path }

  /// - Parameters:
  ///   - asOf: the first day of every plan where neither the grid nor the policy names one.
  /// - Returns: the sweep, or the reasons why there is none.
  /// - Throws: `WorkspaceError` when a file is missing (66) or cannot be read at all (77, 74).
  public func read(asOf: CalendarDate?, today: CalendarDate) throws -> LoadedSweep {
    let issues = IssueCollector()
    let bytes = try CappedFile.bytes(at: path, limit: YAMLGuard.fileBytes)
    let root = YAMLFile(file: path, issues: issues, noun: "grid").root(bytes)
    if root == nil, issues.errorCount == 0 {
      issues.add(.error, .policy, file: path, .init("The grid is empty.", advice: "Maybe start with `name:`."))
    }
    let context = PolicyContext(file: path, issues: issues, noun: "grid")
    guard let draft = root.flatMap({ GridFile(context: context).read($0) }) else {
      return LoadedSweep(grid: nil, issues: issues.sorted())
    }
    var check = GridCheck(draft: draft, issues: issues, asOf: draft.asOf ?? asOf, today: today)
    let grid = try check.grid()
    let found = check.found + issues.sorted()
    let isUsable = !found.contains { $0.severity == .error }
    return LoadedSweep(grid: isUsable ? grid : nil, issues: found)
  }
}

/// What a grid file holds: the sweep, or the reasons why there is none.
public struct LoadedSweep: Sendable {
  /// `nil` when any issue is an error.
  public var grid: SweepGrid?
  public var issues: [ValidationIssue]

  /// 78 for the grid, its scenarios or the policy, 65 for data that cannot be used; `nil` without errors.
  public var exitCode: Int32? { LoadedWorkspace.exitCode(of: issues) }
}
