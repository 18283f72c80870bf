/// The what-if a plan answers; absent in plans of the workspace as it is.
public struct ScenarioDocument: Sendable, Hashable, Codable {
  public var name: String
  public var why: String?
  /// The files of the scenario, the one underneath first; relative to the workspace where they lie inside.
  public var files: [String]
  /// What it changes, one sentence each.
  public var changes: [String]

  public init(name: String, why: String?, files: [String], changes: [String]) {
    self.name = name
    self.why = why
    self.files = files
    self.changes = changes
  }
}
