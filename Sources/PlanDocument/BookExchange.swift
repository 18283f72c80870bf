/// What changes hands for one CSM, in figures that are the same for everybody in the team. Hours, ARR and accounts before
/// and after are in `BookDocument`.
public struct BookExchange: Sendable, Hashable, Codable {
  /// Accounts that come, or go, for good; covers of leaves are not among them.
  public struct Side: Sendable, Hashable, Codable {
    public var accounts: Int
    public var atRisk: Int
    /// In whole units of the currency.
    public var arr: Int64
    /// Nominal minutes a month.
    public var minutes: Int64
    /// What they change hands for; the most frequent first, then by rule.
    public var reasons: [Reason]

    public init(accounts: Int, atRisk: Int, arr: Int64, minutes: Int64, reasons: [Reason]) {
      self.accounts = accounts
      self.atRisk = atRisk
      self.arr = arr
      self.minutes = minutes
      self.reasons = reasons
    }
  }

  public struct Reason: Sendable, Hashable, Codable {
    /// The rule that gains most; `departure` where the giver leaves, `coverage` where nobody looked after the account.
    public var rule: String
    public var accounts: Int

    public init(rule: String, accounts: Int) {
      self.rule = rule
      self.accounts = accounts
    }
  }

  public var received: Side
  public var given: Side
  /// Accounts looked after while somebody else is on leave.
  public var covered: Int
  /// Accounts that the CSM gets to know: received and covered.
  public var newRelationships: Int { received.accounts + covered }

  public init(received: Side, given: Side, covered: Int) {
    self.received = received
    self.given = given
    self.covered = covered
  }

  private enum CodingKeys: String, CodingKey { case received, given, covered, newRelationships }

  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    received = try object.decode(Side.self, forKey: .received)
    given = try object.decode(Side.self, forKey: .given)
    covered = try object.decode(Int.self, forKey: .covered)
  }

  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(received, forKey: .received)
    try object.encode(given, forKey: .given)
    try object.encode(covered, forKey: .covered)
    try object.encode(newRelationships, forKey: .newRelationships)
  }
}
