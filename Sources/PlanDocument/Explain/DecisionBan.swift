/// What a rule bans for an account.
public struct DecisionBan: Sendable, Hashable, Codable {
  public var kind: Assignment.Kind
  /// Who would take over or cover; `nil` for `stay` and `unassigned`.
  @ExplicitNull public var csm: String?
  /// Ascending; empty where the ban has nothing to do with periods.
  public var periods: [Int]
  public var rule: String
  public var reason: String

  public init(kind: Assignment.Kind, csm: String?, periods: [Int], rule: String, reason: String) {
    self.kind = kind
    self.csm = csm
    self.periods = periods
    self.rule = rule
    self.reason = reason
  }
}
