/// What one option of a group means. Indices refer to `Portfolio.csms` and `HandoffPolicy.moments`.
public struct PlannedOption: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable {
    /// Nothing changes: every member keeps its incumbent.
    case stay
    /// The incumbent hands over to `csm`; starts on `start`, `csm` is responsible from `effective` on.
    case handoff
    /// An account without an incumbent goes to `csm` on `start`, which equals `effective`.
    case assign
    /// The incumbent stays; `csm` covers the leave; `start` is its first day inside the horizon.
    case cover
    /// Nobody looks after the account (from the day after the last day, where the incumbent departs).
    case unassigned
  }

  /// `moment` of a handoff that happens only because the incumbent departs.
  public static let forcedMoment: Int16 = -2
  public static let none: Int32 = -1

  public var kind: Kind
  /// The receiving CSM, or the cover; `none` for `stay` and `unassigned`.
  public var csm: Int32
  /// Period of `start`; -1 for `stay` and `unassigned`.
  public var period: Int16
  /// Index into `HandoffPolicy.moments`, `forcedMoment`, or -1 where no moment is needed.
  public var moment: Int16
  public var start: CalendarDate
  public var effective: CalendarDate

  public init(
    _ kind: Kind, csm: Int32 = PlannedOption.none, period: Int16 = -1, moment: Int16 = -1,
    start: CalendarDate = CalendarDate(dayNumber: 0), effective: CalendarDate = CalendarDate(dayNumber: 0)
  ) {
    self.kind = kind
    self.csm = csm
    self.period = period
    self.moment = moment
    self.start = start
    self.effective = effective
  }
}
