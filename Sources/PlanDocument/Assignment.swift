public import Portfolio

/// Who looks after an account: the decision of the plan, one per account, sorted by account.
public struct Assignment: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable { case stay, handoff, assign, cover, unassigned }
  public var account: String
  public var kind: Kind
  /// Responsible at the end of the horizon; `nil` when unassigned.
  @ExplicitNull public var csm: String?
  /// The incumbent; `nil` for an orphan.
  @ExplicitNull public var previous: String?
  /// Who covers the leave, for `cover`.
  public var cover: String?
  /// Id of the moment; `departure` when forced; `nil` where none is needed.
  @ExplicitNull public var moment: String?
  @ExplicitNull public var period: Int?
  @ExplicitNull public var start: CalendarDate?
  @ExplicitNull public var effective: CalendarDate?

  public init(
    account: String, kind: Kind, csm: String?, previous: String?, cover: String? = nil, moment: String? = nil,
    period: Int? = nil, start: CalendarDate? = nil, effective: CalendarDate? = nil
  ) {
    self.account = account
    self.kind = kind
    self.csm = csm
    self.previous = previous
    self.cover = cover
    self.moment = moment
    self.period = period
    self.start = start
    self.effective = effective
  }
}
