/// Who reads a report: it holds only what that reader may see.
public enum Audience: Sendable, Hashable {
  /// Sees everything.
  case lead
  /// Sees the books of the people who report to this id, directly or not, or who are in the team of this name; of
  /// everybody else the name where an account goes to or comes from.
  case manager(String)
  /// Sees the own book, the own load and the own handoffs, with the name of the other side.
  case csm(String)

  /// Folder of its files inside the output folder; empty for the lead.
  public var folder: String {
    switch self {
    case .lead: ""
    case .manager(let id): "audience/\(SafeName.of(id, prefix: "manager-"))/"
    case .csm(let id): "audience/\(SafeName.of(id, prefix: "csm-"))/"
    }
  }
}
