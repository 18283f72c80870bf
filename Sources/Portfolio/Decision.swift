/// What somebody answered to a proposed move: a row of `decisions.csv`.
public struct Decision: Sendable, Hashable {
  public enum Answer: String, Sendable, Hashable, CaseIterable { case accept, reject, `defer` }

  public var account: String
  public var answer: Answer
  /// With whom the account shall end instead of the CSM that was proposed.
  public var csm: String?
  /// What was proposed; `nil`: what the plan proposes that the decisions answer.
  public var proposedCSM: String?
  public var proposedMove: Agreement.Move?
  public var proposedStart: CalendarDate?
  /// Of `defer`: the first day on which the account may change hands; `nil`: after the horizon.
  public var until: CalendarDate?
  public var by: String?
  public var reason: String?
  /// Of the file.
  public var line: Int

  public init(
    account: String, answer: Answer, csm: String? = nil, proposedCSM: String? = nil,
    proposedMove: Agreement.Move? = nil, proposedStart: CalendarDate? = nil, until: CalendarDate? = nil,
    by: String? = nil, reason: String? = nil, line: Int = 0
  ) {
    self.account = account
    self.answer = answer
    self.csm = csm
    self.proposedCSM = proposedCSM
    self.proposedMove = proposedMove
    self.proposedStart = proposedStart
    self.until = until
    self.by = by
    self.reason = reason
    self.line = line
  }
}
