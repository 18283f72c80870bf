import Portfolio

/// What the rules need to know about a CSM, as numbers.
struct CSMFacts: Sendable {
  let kind: CSM.Kind
  let isActive: Bool
  /// Active with a last day inside the horizon.
  let isDeparting: Bool
  let startDay: Int32?
  let lastDay: Int32?
  let leave: DaySpan?
  /// The days of a leave of at least `coverage.leaveDays` days that lie inside the horizon.
  let longLeave: DaySpan?
  /// The period of the last day of a departing CSM; else `P`.
  let lastPeriod: Int

  init(_ csm: CSM, timeline: Timeline, leaveDays: Int) {
    kind = csm.kind
    startDay = csm.startDate?.dayNumber
    lastDay = csm.lastDay?.dayNumber
    let leave = csm.leave.map { DaySpan($0) }
    self.leave = leave
    let horizon = timeline.horizon
    isActive = csm.active && (lastDay ?? horizon.first) >= horizon.first
    isDeparting = isActive && (lastDay ?? DaySpan.endOfTime) <= horizon.last
    lastPeriod = isDeparting ? csm.lastDay.flatMap(timeline.period(of:)) ?? 0 : timeline.periodCount
    let inside = leave.map { $0.intersection(horizon) }
    longLeave = inside.flatMap { !$0.isEmpty && (leave?.count ?? 0) >= leaveDays ? $0 : nil }
  }

  /// Days on which the CSM may not be in transition do not exist in `span`, nor does a day before the start.
  func isPresentThroughout(_ span: DaySpan) -> Bool {
    (startDay ?? span.first) <= span.first && !(leave?.meets(span) ?? false)
  }
}
