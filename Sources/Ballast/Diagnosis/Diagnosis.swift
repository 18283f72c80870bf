public import PlanDocument
public import Portfolio
public import Workspace

/// A diagnosis and what it would change.
public struct Diagnosis: Sendable {
  public var document: DiagnosisDocument
  /// The edits of the files that make up the repair; those of decisions are not among them.
  public var edits: [WorkspaceEdit] = []
  /// What the repaired files must read as.
  public var repaired: Portfolio?
}
