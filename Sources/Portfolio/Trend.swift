/// Where a measure of an account is going: by how much, or only which way.
public enum Trend: Sendable, Hashable {
  /// In percent for usage, in points for health; negative: falling.
  case change(Int64)
  case falling, steady, rising

  /// Falls by at least `limit`, or is said to fall.
  public func isFalling(by limit: Int64) -> Bool {
    switch self {
    case .change(let value): value <= -limit
    case .falling: true
    case .steady, .rising: false
    }
  }

  /// Rises by at least `limit`, or is said to rise.
  public func isRising(by limit: Int64) -> Bool {
    switch self {
    case .change(let value): value >= limit
    case .rising: true
    case .steady, .falling: false
    }
  }
}
