/// Something already wrong on arrival that the plan tolerates and prices, but never enlarges.
public struct InheritedBreachDocument: Sendable, Hashable, Codable {
  public var rule: String
  public var csm: String
  public var account: String?
  public var period: Int?
  /// How far beyond the limit before and after, in the unit named; `nil` for pairings.
  public var before: Int64?
  public var after: Int64?
  /// minutes, accounts, thousands.
  public var unit: String?
  public var message: String
  public init(
    rule: String, csm: String, account: String? = nil, period: Int? = nil, before: Int64? = nil,
    after: Int64? = nil, unit: String? = nil, message: String
  ) {
    self.rule = rule
    self.csm = csm
    self.account = account
    self.period = period
    self.before = before
    self.after = after
    self.unit = unit
    self.message = message
  }
}
