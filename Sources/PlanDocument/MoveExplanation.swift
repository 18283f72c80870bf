public struct MoveExplanation: Sendable, Hashable, Codable {
  public var account: String
  public var kind: Assignment.Kind
  public var from: String?
  public var to: String
  public var summary: String
  /// What undoing this move alone would cost, all else fixed; `nil` when it cannot be undone alone.
  public var gain: PointsValue?
  /// Why it cannot be undone alone.
  public var cannotStay: String?
  /// Rule by rule against staying; where somebody must take the account, against the next best receiver.
  public var terms: [ExplanationTerm]
  public var alternatives: [Alternative]
  /// Index into `Explanations.bundles`.
  public var bundle: Int?

  public init(
    account: String, kind: Assignment.Kind, from: String?, to: String, summary: String, gain: PointsValue?,
    cannotStay: String?, terms: [ExplanationTerm], alternatives: [Alternative], bundle: Int? = nil
  ) {
    self.account = account
    self.kind = kind
    self.from = from
    self.to = to
    self.summary = summary
    self.gain = gain
    self.cannotStay = cannotStay
    self.terms = terms
    self.alternatives = alternatives
    self.bundle = bundle
  }
}
