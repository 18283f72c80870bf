/// What `ballast check` found besides issues: what there is, and what is not there and what follows from that.
public struct CheckFacts: Sendable, Hashable {
  public struct Missing: Sendable, Hashable {
    /// `accounts.csv: health`.
    public var field: String
    public var count: Int
    public var total: Int
    /// The default that stands in, and what it does to the plan.
    public var consequence: String
    public init(field: String, count: Int, total: Int, consequence: String) {
      self.field = field
      self.count = count
      self.total = total
      self.consequence = consequence
    }
  }

  public var accounts: Int
  public var csms: Int
  /// Further sentences on what can be used: capacity, demand, moments.
  public var usable: [String]
  public var missing: [Missing]
  /// Sentences on demand that nobody on the team can serve.
  public var shortages: [String]
  /// Rules that collide, so that there is no plan; one sentence each.
  public var conflicts: [String]

  public init(
    accounts: Int, csms: Int, usable: [String] = [], missing: [Missing] = [], shortages: [String] = [],
    conflicts: [String] = []
  ) {
    self.accounts = accounts
    self.csms = csms
    self.usable = usable
    self.missing = missing
    self.shortages = shortages
    self.conflicts = conflicts
  }
}
