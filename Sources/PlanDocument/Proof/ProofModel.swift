/// The option model that a proof is about.
///
/// Groups are numbered by their first accounts, in the order of the portfolio. Options are numbered through all groups;
/// those of a group begin with staying, then come changes of hands by CSM (in the order of the portfolio) and period,
/// then covers by CSM, and last the account without anybody.
public struct ProofModel: Sendable, Hashable, Codable {
  public var groups: Int
  public var options: Int
  /// The names of the resources, by number; those of `MultiplierDocument`.
  public var resources: [String]
  /// SHA-256 of all its numbers, so that a proof of another model is told apart from a wrong proof.
  public var sha256: String

  public init(groups: Int, options: Int, resources: [String], sha256: String) {
    self.groups = groups
    self.options = options
    self.resources = resources
    self.sha256 = sha256
  }
}
