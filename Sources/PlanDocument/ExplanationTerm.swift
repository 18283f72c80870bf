public struct ExplanationTerm: Sendable, Hashable, Codable {
  public var rule: String
  /// What the rule charges less (positive) or more (negative) because of the move.
  public var gain: PointsValue
  public var note: String
  public init(rule: String, gain: PointsValue, note: String) {
    self.rule = rule
    self.gain = gain
    self.note = note
  }
}
