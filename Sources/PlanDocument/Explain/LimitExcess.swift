/// A hard limit that something would go beyond.
public struct LimitExcess: Sendable, Hashable, Codable {
  public var rule: String
  /// `hours/ANN/2`, as in `multipliers` of a plan.
  public var resource: String
  /// What is limited, in words.
  public var subject: String
  /// Whose limit it is; `nil` for a team or the whole.
  public var csm: String?
  public var period: Int?
  /// `minutes`, `thousands`, `accounts` or `handoffs`, of all numbers here.
  public var unit: String
  public var limit: Int64
  public var load: Int64
  /// How far beyond the limit, in words: `5.2 h`.
  public var excess: String

  public init(
    rule: String, resource: String, subject: String, csm: String?, period: Int?, unit: String, limit: Int64,
    load: Int64, excess: String
  ) {
    self.rule = rule
    self.resource = resource
    self.subject = subject
    self.csm = csm
    self.period = period
    self.unit = unit
    self.limit = limit
    self.load = load
    self.excess = excess
  }
}
