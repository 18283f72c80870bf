public import Portfolio

/// What a workspace folder holds: the portfolio, or the reasons why there is none.
public struct LoadedWorkspace: Sendable {
  /// `nil` when any issue is an error.
  public var portfolio: Portfolio?
  /// By file, line and column. Of each kind at most 200 are kept, and the rest is counted.
  public var issues: [ValidationIssue]
  /// SHA-256 in hexadecimal by file name, of the files that are there.
  public var digests: [String: String]
  public var columnFacts: [ColumnFact]
  /// Lines of `accounts.csv`, in the order of `portfolio.accounts`.
  public var accountLines: [Int]
  /// Lines of `csms.csv`, in the order of `portfolio.csms`.
  public var csmLines: [Int]
  /// The incumbents come from `OwnerId`, so that a load file may write it.
  public var incumbentsFromOwnerID: Bool
  /// The rows of the file of decisions that are answered, where one was named.
  public var decisions: [Decision] = []
  /// Time given to accounts, where it was asked for; `nil`: there is no such file.
  public var activities: [Activity]?
  /// Decisions about findings of the review, where they were asked for; `nil`: there is no such file.
  public var findingDecisions: [FindingDecision]?
  /// What is changed, where a scenario lies over the files.
  public var scenario: ScenarioFacts?

  public var hasErrors: Bool { issues.contains { $0.severity == .error } }

  /// 78 for a policy, 65 for data that cannot be used; `nil` without errors.
  public var exitCode: Int32? { LoadedWorkspace.exitCode(of: issues) }

  static func exitCode(of issues: [ValidationIssue]) -> Int32? {
    let errors = issues.filter { $0.severity == .error }
    if errors.isEmpty { return nil }
    return errors.contains { $0.origin == .policy } ? 78 : 65
  }
}
