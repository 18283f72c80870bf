public import Portfolio

/// A change of hands as the people involved read it. One per account that is handed off, assigned or covered.
public struct HandoffDocument: Sendable, Hashable, Codable {
  public var account: String
  public var kind: Assignment.Kind
  public var from: String?
  public var to: String
  public var moment: String?
  /// Further moments that permit the same period, by id.
  public var otherMoments: [String]
  public var checklist: [String]
  public var customerMeetsBoth: Bool
  public var period: Int
  public var announce: CalendarDate
  public var start: CalendarDate
  public var introduction: CalendarDate
  public var effective: CalendarDate
  public var overlapEnd: CalendarDate
  /// The rule that gains most from it.
  public var reasonCode: String
  public var reason: String
  public var runnerUp: String?
  public var runnerUpExtra: PointsValue?

  public init(
    account: String, kind: Assignment.Kind, from: String?, to: String, moment: String?, otherMoments: [String],
    checklist: [String], customerMeetsBoth: Bool, period: Int, announce: CalendarDate, start: CalendarDate,
    introduction: CalendarDate, effective: CalendarDate, overlapEnd: CalendarDate, reasonCode: String,
    reason: String, runnerUp: String? = nil, runnerUpExtra: PointsValue? = nil
  ) {
    self.account = account
    self.kind = kind
    self.from = from
    self.to = to
    self.moment = moment
    self.otherMoments = otherMoments
    self.checklist = checklist
    self.customerMeetsBoth = customerMeetsBoth
    self.period = period
    self.announce = announce
    self.start = start
    self.introduction = introduction
    self.effective = effective
    self.overlapEnd = overlapEnd
    self.reasonCode = reasonCode
    self.reason = reason
    self.runnerUp = runnerUp
    self.runnerUpExtra = runnerUpExtra
  }
}
