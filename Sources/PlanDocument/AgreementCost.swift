public import Portfolio

/// What the plan would save if one agreement were lifted and everything else stayed as it is.
public struct AgreementCost: Sendable, Hashable, Codable {
  public var account: String
  public var kind: Agreement.Kind
  public var csm: String?
  /// Against the best plan found without the agreement.
  public var extra: PointsValue
  /// No plan without the agreement saves more than this; `nil` where no bound is known.
  public var extraAtMost: PointsValue?
  /// What the account would do in that plan: `stay`, `handoff`, `assign`, `cover`, `unassigned`.
  public var otherwise: Assignment.Kind
  public var otherwiseCSM: String?

  public init(
    account: String, kind: Agreement.Kind, csm: String?, extra: PointsValue, extraAtMost: PointsValue?,
    otherwise: Assignment.Kind, otherwiseCSM: String?
  ) {
    self.account = account
    self.kind = kind
    self.csm = csm
    self.extra = extra
    self.extraAtMost = extraAtMost
    self.otherwise = otherwise
    self.otherwiseCSM = otherwiseCSM
  }
}
