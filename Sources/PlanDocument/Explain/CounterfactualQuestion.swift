/// One thing that is asked to be otherwise; several hold together.
public struct CounterfactualQuestion: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable {
    /// `account` goes to `csm`, in `period` where one is given.
    case go
    /// `account` stays with its CSM.
    case stay
    /// `csm` works at most `minutes` in `period`, or in every period.
    case cap
    /// `csm` is not there at all.
    case without
    /// `rule` does not hold for `subject`.
    case lift
  }

  public var kind: Kind
  public var account: String?
  public var csm: String?
  /// As in the plan; the number after the last is the steady state.
  public var period: Int?
  /// Per month; in a period of weeks its share.
  public var minutes: Int64?
  public var rule: String?
  public var subject: String?

  public init(
    _ kind: Kind, account: String? = nil, csm: String? = nil, period: Int? = nil, minutes: Int64? = nil,
    rule: String? = nil, subject: String? = nil
  ) {
    self.kind = kind
    self.account = account
    self.csm = csm
    self.period = period
    self.minutes = minutes
    self.rule = rule
    self.subject = subject
  }
}
