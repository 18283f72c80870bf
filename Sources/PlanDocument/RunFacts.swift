/// Facts of the run; the only part of a plan that is not reproducible.
public struct RunFacts: Sendable, Hashable, Codable {
  public var version: String
  public var seconds: Double
  public var host: String
  public var createdAt: String
  /// Folder of the workspace, relative to the plan where possible.
  public var workspace: String
  public var seed: UInt64
  public var work: Int64
  public var solver: String
  /// How the search went; `nil` in plans of versions that did not record it.
  public var search: SearchDocument?

  public init(
    version: String, seconds: Double, host: String, createdAt: String, workspace: String, seed: UInt64,
    work: Int64, solver: String, search: SearchDocument? = nil
  ) {
    self.version = version
    self.seconds = seconds
    self.host = host
    self.createdAt = createdAt
    self.workspace = workspace
    self.seed = seed
    self.work = work
    self.solver = solver
    self.search = search
  }
}
