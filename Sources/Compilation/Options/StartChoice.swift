/// A day on which a handoff may start, at a moment.
struct StartChoice: Sendable, Hashable {
  /// Index into `HandoffPolicy.moments`, or `PlannedOption.forcedMoment`.
  var moment: Int16
  /// Day numbers.
  var start: Int32
  var effective: Int32
  /// In micropoints.
  var price: Int64
}
