public import Portfolio

/// Value x potential: what lies in each cell, for all accounts, those of a team, or those of a CSM.
public struct PostureMatrix: Sendable, Hashable, Codable {
  public enum Scope: String, Sendable, Hashable, Codable { case base, team, csm }

  public struct Cell: Sendable, Hashable, Codable {
    /// Absent: unmapped.
    public var posture: Posture?
    public var tally: ReviewTally
    /// Accounts in the middle of the portfolio by ARR.
    public var middle: Int
    public init(posture: Posture?, tally: ReviewTally = ReviewTally(), middle: Int = 0) {
      self.posture = posture
      self.tally = tally
      self.middle = middle
    }
  }

  public var scope: Scope
  /// Team or CSM; absent for the base. An empty name stands for accounts without one.
  public var name: String?
  /// Invest, defend, grow, serve, unmapped.
  public var cells: [Cell]

  public init(scope: Scope, name: String?) {
    self.scope = scope
    self.name = name
    cells = Posture.allCases.map { Cell(posture: $0) } + [Cell(posture: nil)]
  }

  public mutating func add(_ account: ReviewedAccount) {
    let index = account.posture.flatMap { Posture.allCases.firstIndex(of: $0) } ?? Posture.allCases.count
    cells[index].tally.add(account)
    if account.isMiddle == true { cells[index].middle += 1 }
  }
}
