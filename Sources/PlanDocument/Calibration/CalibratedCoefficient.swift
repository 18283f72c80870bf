/// A number of the policy's section `effort`, and what the log makes of it.
public struct CalibratedCoefficient: Sendable, Hashable, Codable {
  public enum Unit: String, Sendable, Hashable, Codable {
    /// Minutes a month.
    case minutes
    /// Of the base.
    case percent
  }

  public enum State: String, Sendable, Hashable, Codable {
    case fitted
    /// The best value is outside what the policy takes; this is the nearest inside.
    case clipped
    /// Too few accounts: the policy's value stays.
    case tooFew = "too-few"
    /// The same accounts as other coefficients: the policy's value stays.
    case collinear
    /// The posture that the others are measured against; the policy's value stays.
    case reference
  }

  /// The key under `effort`: `base_hours`, `low_health_percent`, `posture.serve_percent`.
  public var key: String
  /// Of `base_hours`.
  public var tier: String?
  public var unit: Unit
  /// What the policy has.
  public var now: Int64
  /// What the fit says, in whole units; absent where the policy's value stays.
  public var fitted: Int64?
  /// 90 % range, rounded outwards.
  public var low: Int64?
  public var high: Int64?
  /// Accounts that the coefficient applies to.
  public var accounts: Int
  public var state: State
  /// Of a collinear one: the coefficients that it cannot be told from.
  public var sameAs: [String]?

  public init(key: String, tier: String?, unit: Unit, now: Int64, accounts: Int, state: State) {
    self.key = key
    self.tier = tier
    self.unit = unit
    self.now = now
    self.accounts = accounts
    self.state = state
  }
}
