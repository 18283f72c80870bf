public import Portfolio

/// What came of a written rule.
public struct CriterionDocument: Sendable, Hashable, Codable {
  public var id: String
  public var reason: String
  public var outcome: ReviewCriterion.Outcome
  /// The conditions in words.
  public var conditions: [String]
  /// Accounts that meet all conditions.
  public var met: Int
  /// Accounts that meet all conditions that could be checked, where one could not.
  public var notKnown: Int

  public init(
    id: String, reason: String, outcome: ReviewCriterion.Outcome, conditions: [String], met: Int, notKnown: Int
  ) {
    self.id = id
    self.reason = reason
    self.outcome = outcome
    self.conditions = conditions
    self.met = met
    self.notKnown = notKnown
  }
}
