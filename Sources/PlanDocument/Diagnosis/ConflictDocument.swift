/// Rules that cannot all hold together, none of which can be spared.
public struct ConflictDocument: Sendable, Hashable, Codable {
  /// What shows that they collide.
  public enum Proof: String, Sendable, Hashable, Codable {
    /// They leave an account no option at all.
    case noOption
    /// The least load is above the limit.
    case singleLimit
    /// The limits, weighed and added up in whole numbers, contradict each other.
    case multipliers
    /// A distinction of cases, each of them shown in whole numbers.
    case cases
    /// The solver searched everything in floating point.
    case search
  }

  public struct Member: Sendable, Hashable, Codable {
    /// The rule, by its name in the policy reference.
    public var rule: String
    public var account: String?
    public var csm: String?
    /// The period it is about; the number of periods stands for the time after the horizon.
    public var period: Int?
    /// Of a limit: what is permitted, and the least load that the other members leave possible, in `unit`.
    public var limit: Int64?
    public var leastLoad: Int64?
    public var unit: String?
    public var message: String
    public var place: InputPlace?

    public init(rule: String, message: String) {
      self.rule = rule
      self.message = message
    }
  }

  public var members: [Member]
  public var proof: Proof
  /// Of `cases`.
  public var cases: Int?
  /// For every member a choice was found that keeps all the others.
  public var isIrreducible: Bool

  public init(members: [Member], proof: Proof, cases: Int? = nil, isIrreducible: Bool) {
    self.members = members
    self.proof = proof
    self.cases = cases
    self.isIrreducible = isIrreducible
  }
}
