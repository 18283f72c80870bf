/// Moves that only make sense together.
public struct MoveBundle: Sendable, Hashable, Codable {
  public var accounts: [String]
  /// What undoing all of them would cost, all else fixed; `nil` when that is impossible.
  public var gain: PointsValue?
  public var summary: String
  public init(accounts: [String], gain: PointsValue?, summary: String) {
    self.accounts = accounts
    self.gain = gain
    self.summary = summary
  }
}
