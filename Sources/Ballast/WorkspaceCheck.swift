import Compilation
import Explanation
import Foundation
import PlanDocument
public import Portfolio
public import Reports
public import Workspace

/// What `check` finds beyond the issues of the files: capacity against demand, shortages, collisions.
public struct WorkspaceCheck: Sendable {
  public let facts: CheckFacts
  /// Rules that cannot all hold, one sentence each.
  public var conflicts: [String] { facts.conflicts }
  private let workspace: LoadedWorkspace

  public init(_ workspace: LoadedWorkspace) throws {
    self.workspace = workspace
    var facts = CheckFacts(
      accounts: workspace.portfolio?.accounts.count ?? workspace.accountLines.count,
      csms: workspace.portfolio?.csms.count ?? workspace.csmLines.count, missing: WorkspaceCheck.missing(workspace))
    if let portfolio = workspace.portfolio {
      switch try CompiledOutcome(portfolio) {
      case .plan(let plan):
        let findings = PlanFindings(plan: plan)
        facts.usable = findings.sentences
        facts.shortages = findings.shortages.map(\.message)
        facts.conflicts = plan.limitNobodyKeeps.map { [$0] } ?? []
      case .conflict(let reasons):
        facts.conflicts = reasons
      }
    }
    self.facts = facts
  }

  /// Issues for the page: a note on empty cells would repeat what the list of missing facts says.
  public var pageIssues: [ValidationIssue] {
    let listed = Set(workspace.columnFacts.filter { $0.empty > 0 }.map { "\($0.file) \($0.column)" })
    return workspace.issues.filter { $0.severity != .note || !listed.contains("\($0.file) \($0.column ?? "")") }
  }

  /// One document: issues, columns, facts.
  public func json() throws -> String {
    struct Document: Encodable {
      var issues: [ValidationIssue]
      var columns: [ColumnFact]
      var accounts: Int
      var csms: Int
      var facts: [String]
      var shortages: [String]
      var conflicts: [String]
    }
    let document = Document(
      issues: workspace.issues, columns: workspace.columnFacts, accounts: facts.accounts, csms: facts.csms,
      facts: facts.usable, shortages: facts.shortages, conflicts: conflicts)
    return try DocumentJSON.text(document)
  }

  /// Columns with empty cells, what stands in for them.
  private static func missing(_ workspace: LoadedWorkspace) -> [CheckFacts.Missing] {
    workspace.columnFacts.filter { $0.header != nil && $0.empty > 0 }.map {
      CheckFacts.Missing(
        field: "\($0.file): \($0.column)", count: $0.empty, total: $0.empty + $0.filled,
        consequence: "Empty means: \($0.whenEmpty).")
    }
  }
}
