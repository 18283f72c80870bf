/// How well a plan stands surprises: so many accounts of each CSM may need their high effort at once.
public struct RobustDocument: Sendable, Hashable, Codable {
  /// Where a CSM has the least room if the worst comes.
  public struct Margin: Sendable, Hashable, Codable {
    public var csm: String
    /// Index of the period; the number of periods for the months after the horizon.
    public var period: Int
    /// With the surprises that take most, and what is permitted then, in minutes.
    public var minutes: Int64
    public var limit: Int64
    /// The accounts whose surprises take most, sorted.
    public var accounts: [String]

    public init(csm: String, period: Int, minutes: Int64, limit: Int64, accounts: [String]) {
      self.csm = csm
      self.period = period
      self.minutes = minutes
      self.limit = limit
      self.accounts = accounts
    }
  }

  /// How many accounts of each CSM may need their high effort at once.
  public var accounts: Int
  /// Limits for certain surprises that the search wrote down, and in how many rounds.
  public var rows: Int
  public var rounds: Int
  /// One for each active CSM, those with the least room first.
  public var margins: [Margin]

  public init(accounts: Int, rows: Int, rounds: Int, margins: [Margin]) {
    self.accounts = accounts
    self.rows = rows
    self.rounds = rounds
    self.margins = margins
  }
}
