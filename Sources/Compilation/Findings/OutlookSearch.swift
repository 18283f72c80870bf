import Portfolio

/// Looks at every moment of a group of accounts once more, this time for the reasons.
///
/// Computed when a reader asks: the compiler only counts. O(moments x blocked spans^2) per account, a few microseconds.
struct OutlookSearch {
  let facts: PlanFacts
  let moments: MomentRule
  let blackouts: BlackoutRule

  /// How far after the horizon an opening is looked for.
  private static let daysAhead: Int32 = 365

  /// The days on which a moment is open to the accounts, its overlap with it.
  private struct Window {
    var days: DaySpan
    var overlapDays: Int32
  }

  func outlook(of members: ArraySlice<Int32>) -> (obstacles: [MomentOutlook.Obstacle], opensOn: CalendarDate?) {
    let horizon = facts.timeline.horizon
    let blocked = members.flatMap(blockedSpans(ofAccount:))
    let windows = windows(of: members, within: horizon)
    var obstacles = blocking(blocked, windows)
    for index in obstacles.indices { obstacles[index].opens = opens(without: obstacles[index], blocked, windows) }
    if windows.isEmpty, obstacles.isEmpty { obstacles = absences(members, horizon) }
    obstacles += missingDates(members)
    let later = DaySpan(horizon.last + 1, horizon.last + OutlookSearch.daysAhead)
    let first = firstStart(windows: self.windows(of: members, within: later), blocked: blocked.map(\.span))
    obstacles.sort { ($0.cause.rawValue, $0.detail ?? "") < ($1.cause.rawValue, $1.detail ?? "") }
    return (obstacles, first.map { CalendarDate(dayNumber: $0) })
  }

  private func blockedSpans(ofAccount account: Int32) -> [BlackoutRule.BlockedSpan] {
    let incumbent = facts.accounts[Int(account)].incumbent
    let leave = incumbent < 0 ? nil : facts.csms[incumbent].leave
    return blackouts.blockedSpans(ofAccount: Int(account))
      + (leave.map { [BlackoutRule.BlockedSpan(span: $0, cause: .leave)] } ?? [])
  }

  private func windows(of members: ArraySlice<Int32>, within days: DaySpan) -> [Window] {
    (0..<moments.momentCount).flatMap { moment -> [Window] in
      var spans: [DaySpan] = []
      moments.appendWindows(ofMoment: moment, accounts: members, within: days, to: &spans)
      guard !spans.isEmpty else { return [] }
      let overlap = moments.overlapDays(ofMoment: moment, accounts: members)
      return spans.map { Window(days: $0, overlapDays: overlap) }
    }
  }

  /// What meets the windows and the overlaps after them.
  private func blocking(_ blocked: [BlackoutRule.BlockedSpan], _ windows: [Window]) -> [MomentOutlook.Obstacle] {
    var found: [MomentOutlook.Obstacle] = []
    for span in blocked {
      let obstacle = MomentOutlook.Obstacle(cause: span.cause, detail: span.detail)
      guard !found.contains(obstacle) else { continue }
      let meets = windows.contains { window in
        span.span.meets(DaySpan(window.days.first, window.days.last + window.overlapDays))
      }
      if meets { found.append(obstacle) }
    }
    return found
  }

  private func opens(
    without obstacle: MomentOutlook.Obstacle, _ blocked: [BlackoutRule.BlockedSpan], _ windows: [Window]
  ) -> Bool {
    let rest = blocked.filter { $0.cause != obstacle.cause || $0.detail != obstacle.detail }.map(\.span)
    return firstStart(windows: windows, blocked: rest) != nil
  }

  /// The first day on which a transition meets nothing: the first day of a window, or the day after a span.
  private func firstStart(windows: [Window], blocked: [DaySpan]) -> Int32? {
    var first: Int32?
    for window in windows {
      let days = [window.days.first] + blocked.map { $0.last + 1 }.filter(window.days.contains)
      for day in days where day < first ?? DaySpan.endOfTime {
        let transition = DaySpan(day, day + window.overlapDays)
        if !blocked.contains(where: { $0.meets(transition) }) { first = day }
      }
    }
    return first
  }

  /// Where no window meets the horizon at all.
  private func absences(_ members: ArraySlice<Int32>, _ horizon: DaySpan) -> [MomentOutlook.Obstacle] {
    if members.count > 1, members.allSatisfy({ !windows(of: [$0], within: horizon).isEmpty }) {
      return [.init(cause: .family)]
    }
    let everywhere = DaySpan(DaySpan.beginningOfTime, DaySpan.endOfTime)
    if !windows(of: members, within: everywhere).isEmpty { return [.init(cause: .outsideHorizon)] }
    let isForNone = !(0..<moments.momentCount).contains { moment in
      members.allSatisfy { moments.isMeant(moment, forAccount: Int($0)) }
    }
    return isForNone ? [.init(cause: .tier)] : []
  }

  /// Moments that could be placed if a column were filled; without a window of its own each of them is worth knowing.
  private func missingDates(_ members: ArraySlice<Int32>) -> [MomentOutlook.Obstacle] {
    var columns: Set<String> = []
    for moment in 0..<moments.momentCount {
      guard let column = moments.column(ofMoment: moment) else { continue }
      for member in members where moments.isMeant(moment, forAccount: Int(member)) {
        if moments.isPlaced(moment, forAccount: Int(member)) { continue }
        columns.insert(column)
      }
    }
    return columns.sorted().map { .init(cause: .missingDate, detail: $0) }
  }
}
