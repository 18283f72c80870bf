/// What one change of the inputs would save, by planning again.
public struct GainDocument: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable { case hour, expert, pin }

  public var kind: Kind
  public var csm: String?
  public var account: String?
  public var domain: String?
  /// How much better the best plan found is; below zero when the change costs.
  public var saved: PointsValue
  /// No plan with the change saves more; certified. `nil` without a bound.
  public var savedAtMost: PointsValue?
  public var message: String

  public init(kind: Kind, saved: PointsValue, savedAtMost: PointsValue?, message: String) {
    self.kind = kind
    self.saved = saved
    self.savedAtMost = savedAtMost
    self.message = message
  }
}
