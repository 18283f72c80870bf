public import Portfolio

/// One thing that may be done with an account.
public struct DecisionOption: Sendable, Hashable, Codable {
  public var kind: Assignment.Kind
  /// Who takes over or covers; `nil` for `stay` and `unassigned`.
  @ExplicitNull public var csm: String?
  @ExplicitNull public var period: Int?
  @ExplicitNull public var moment: String?
  @ExplicitNull public var start: CalendarDate?
  @ExplicitNull public var effective: CalendarDate?
  /// Chosen by the plan.
  public var chosen: Bool
  /// Change of the objective against the plan, all else as planned.
  public var extra: PointsValue
  /// What each rule charges the option itself.
  public var charges: [ExplanationTerm]
  /// What each rule charges more (negative gain) or less (positive) than for the choice of the plan, prices of limits
  /// included; the gains add up to minus `extra`.
  public var differences: [ExplanationTerm]
  /// Hard limits it would run into, all else as planned; empty when it keeps them all.
  public var limits: [LimitExcess]

  public init(
    kind: Assignment.Kind, csm: String?, period: Int?, moment: String?, start: CalendarDate?,
    effective: CalendarDate?, chosen: Bool, extra: PointsValue, charges: [ExplanationTerm],
    differences: [ExplanationTerm], limits: [LimitExcess]
  ) {
    self.kind = kind
    self.csm = csm
    self.period = period
    self.moment = moment
    self.start = start
    self.effective = effective
    self.chosen = chosen
    self.extra = extra
    self.charges = charges
    self.differences = differences
    self.limits = limits
  }
}
