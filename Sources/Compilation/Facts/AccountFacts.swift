/// What the rules need to know about an account, as numbers.
struct AccountFacts: Sendable {
  enum Standing: Sendable, Hashable {
    /// With an active incumbent that is not departing.
    case settled
    /// With an active incumbent whose last day lies inside the horizon.
    case departing
    /// Without an active incumbent.
    case orphan
  }

  static let nobody = -1

  var standing: Standing
  /// The active incumbent, or `nobody`.
  var incumbent: Int
  /// Number of the folded tier.
  var tier: Int
  var region: Int
  /// Thousands; 0 when missing.
  var arr: Int64
  var isAtRisk: Bool
  var isStrategic: Bool
  /// The CSM to whom the account is pinned, or `nobody`.
  var pin: Int
  var isPoolAllowed: Bool
}
