/// One change of the files of a workspace.
public enum WorkspaceEdit: Sendable, Hashable {
  /// A cell of a table; the column by its canonical name.
  case cell(file: String, line: Int, column: String, value: String)
  /// An item of `eligibility.pins` or `eligibility.forbidden` goes.
  case pairingRemoved(list: String, account: String, csm: String)
  /// A number of the policy: `handoffs.budget.count`.
  case number(path: [String], value: Int64)

  /// What to write where, for a person.
  public var text: String {
    switch self {
    case .cell(let file, let line, let column, let value):
      value.isEmpty ? "\(file) line \(line): empty \(column)" : "\(file) line \(line): \(column) = \(value)"
    case .pairingRemoved(let list, let account, let csm):
      "\(WorkspaceReader.policyFile): remove { account: \(account), csm: \(csm) } from eligibility.\(list)"
    case .number(let path, let value):
      "\(WorkspaceReader.policyFile): \(path.joined(separator: ".")) = \(value)"
    }
  }
}
