import Portfolio

/// Section "Options": all that a group may choose.
extension Rederivation {
  /// Permitted options in the order of the formulation.
  func options(of group: RederivedGroup) -> [PlannedOption] {
    if let begun = begun(group) { return [begun] }
    var found = [stay(group)].compactMap(\.option)
    found += transfers(of: group)
    if !group.isJoint {
      for csm in csms.indices {
        if let option = cover(group, csm).option { found.append(option) }
      }
      if let option = unassigned(group).option { found.append(option) }
    }
    return found
  }

  private func transfers(of group: RederivedGroup) -> [PlannedOption] {
    var startsByMovers: [[Int]: [[RederivedStart]]] = [:]
    var found: [PlannedOption] = []
    for csm in csms.indices where isActive[csm] {
      let moving = moving(group.members, to: csm)
      if moving.isEmpty { continue }
      if standings[moving[0]] == .orphan {
        found += (0..<calendar.periodCount).compactMap { assign(group, csm, $0).option }
        continue
      }
      // Bans of the pairing first, so that days are searched only where they matter.
      guard handoffBan(group, csm, moving: moving) == nil else { continue }
      let byPeriod =
        startsByMovers[moving] ?? (0..<calendar.periodCount).map { starts(of: moving, in: $0) }
      startsByMovers[moving] = byPeriod
      found += byPeriod.indices.compactMap { period in
        handoff(group, csm, period, moving: moving, starts: byPeriod[period]).option
      }
    }
    return found
  }

  func stay(_ group: RederivedGroup) -> RederivedVerdict {
    guard group.members.allSatisfy({ standings[$0] == .settled }) else { return .impossible }
    let banned = group.members.contains { isBannedByPin(account: $0, final: incumbents[$0]) }
    return banned ? .banned(.pin) : agreed(PlannedOption(.stay), group)
  }

  func unassigned(_ group: RederivedGroup) -> RederivedVerdict {
    let account = group.members[0]
    guard !group.isJoint, standings[account] != .settled else { return .impossible }
    if isBannedByPin(account: account, final: nil) { return .banned(.pin) }
    guard let last = lastDay(ofDeparting: account) else { return agreed(PlannedOption(.unassigned), group) }
    let day = last.adding(days: 1)
    return agreed(PlannedOption(.unassigned, start: day, effective: day), group)
  }

  func handoff(_ group: RederivedGroup, _ csm: Int, _ period: Int) -> RederivedVerdict {
    let moving = moving(group.members, to: csm)
    guard isActive[csm], !moving.isEmpty, standings[moving[0]] != .orphan else { return .impossible }
    return handoff(group, csm, period, moving: moving, starts: starts(of: moving, in: period))
  }

  private func handoff(
    _ group: RederivedGroup, _ csm: Int, _ period: Int, moving: [Int], starts: [RederivedStart]
  ) -> RederivedVerdict {
    if isDeparting[csm] { return .banned(.departure) }
    let best = best(of: starts, for: csm)
    if let best, let last = csms[csm].lastDay, last < best.effective { return .banned(.presence) }
    if let ban = handoffBan(group, csm, moving: moving) { return .banned(ban) }
    guard let best else {
      return .banned(someWindowMeets(period, for: moving) ? .blackout : .moment)
    }
    let option = PlannedOption(
      .handoff, csm: Int32(csm), period: Int16(period), moment: best.moment, start: best.start,
      effective: best.effective)
    return agreed(option, group)
  }

  /// Bans that do not depend on the day.
  private func handoffBan(_ group: RederivedGroup, _ csm: Int, moving: [Int]) -> RuleID? {
    if isDeparting[csm] { return .departure }
    if group.members.contains(where: { isBannedByPin(account: $0, final: csm) }) { return .pin }
    for account in moving {
      if let ban = fitBan(account: account, receiver: csm) { return ban }
    }
    let isLocked = moving.contains { account in
      guard let lock = lock(on: account) else { return false }
      return lock.price == nil
    }
    return isLocked ? .lock : nil
  }

  func assign(_ group: RederivedGroup, _ csm: Int, _ period: Int) -> RederivedVerdict {
    let account = group.members[0]
    guard isActive[csm], standings[account] == .orphan else { return .impossible }
    let start = max(calendar.starts[period], csms[csm].startDate ?? calendar.starts[period])
    guard start < calendar.starts[period + 1] else { return .impossible }
    if isDeparting[csm] { return .banned(.departure) }
    if let last = csms[csm].lastDay, last < start { return .banned(.presence) }
    if let leave = csms[csm].leave, leave.contains(start) { return .banned(.presence) }
    if let ban = pairingBan(account: account, receiver: csm, kind: .assign) { return .banned(ban) }
    let option = PlannedOption(.assign, csm: Int32(csm), period: Int16(period), start: start, effective: start)
    return agreed(option, group)
  }

  /// The days of a leave that needs a cover, inside the horizon.
  func coverDays(of account: Int) -> DateRange? {
    guard standings[account] == .settled, let leave = longLeave(of: account) else { return nil }
    let first = max(leave.start, calendar.firstDay)
    let last = min(leave.end, calendar.end.adding(days: -1))
    return first <= last ? DateRange(first, through: last) : nil
  }

  /// The leave of the incumbent, if it is long enough to matter.
  func longLeave(of account: Int) -> DateRange? {
    guard let csm = incumbents[account], let leave = csms[csm].leave else { return nil }
    return leave.end.days(since: leave.start) + 1 >= policy.coverage.leaveDays ? leave : nil
  }

  func cover(_ group: RederivedGroup, _ csm: Int) -> RederivedVerdict {
    let account = group.members[0]
    guard !group.isJoint, isActive[csm], incumbents[account] != csm, let days = coverDays(of: account),
      let period = calendar.period(of: days.start)
    else { return .impossible }
    if isDeparting[csm] { return .banned(.departure) }
    if let first = csms[csm].startDate, first > days.start { return .banned(.presence) }
    if let last = csms[csm].lastDay, last < days.end { return .banned(.presence) }
    if let leave = csms[csm].leave, leave.overlaps(days) { return .banned(.presence) }
    if let ban = pairingBan(account: account, receiver: csm, kind: .cover) { return .banned(ban) }
    let option = PlannedOption(
      .cover, csm: Int32(csm), period: Int16(period), start: days.start, effective: days.start)
    return agreed(option, group)
  }
}

extension Rederivation {
  /// The verdict on what somebody asks for: kind, CSM and period count, the days are derived.
  func verdict(of asked: PlannedOption, group: RederivedGroup) -> RederivedVerdict {
    if let begun = begun(group) {
      return asked.kind == .handoff && asked.csm == begun.csm ? .permitted(begun) : .banned(.agreement)
    }
    switch asked.kind {
    case .stay: return stay(group)
    case .unassigned: return unassigned(group)
    case .handoff, .assign, .cover: break
    }
    let (csm, period) = (Int(asked.csm), Int(asked.period))
    guard csms.indices.contains(csm), (0..<calendar.periodCount).contains(period) else { return .impossible }
    switch asked.kind {
    case .handoff: return handoff(group, csm, period)
    case .assign: return group.isJoint ? .impossible : assign(group, csm, period)
    default: return cover(group, csm)
    }
  }
}
