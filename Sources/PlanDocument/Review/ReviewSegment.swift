/// A part of the portfolio: the accounts that share a value of a dimension.
public struct ReviewSegment: Sendable, Hashable, Codable {
  public enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    case tier, region, domain
    case marketSegment = "market-segment"
    case csm, account, posture
  }

  public var dimension: Dimension
  /// `-` for accounts that have none.
  public var value: String

  public init(_ dimension: Dimension, _ value: String) {
    self.dimension = dimension
    self.value = value
  }
}
