/// A value by tier with a default for the tiers not named.
///
/// Tiers are compared without case, spaces, hyphens and underscores: `Mid-Market` finds `midmarket`.
public struct PerTier<Value: Sendable & Hashable>: Sendable, Hashable {
  public var `default`: Value
  private var byFoldedTier: [String: Value]

  public init(_ default: Value, _ byTier: [String: Value] = [:]) {
    self.default = `default`
    byFoldedTier = Dictionary(byTier.map { (TierName.folded($0.key), $0.value) }, uniquingKeysWith: { $1 })
  }

  public subscript(tier: String) -> Value {
    get { byFoldedTier[TierName.folded(tier)] ?? self.default }
    set { byFoldedTier[TierName.folded(tier)] = newValue }
  }
}
