import Portfolio

/// Section "Resources and consumptions": what an option takes of everything, resources that do not exist included;
/// whoever compares drops those.
extension Rederivation {
  func consumptions(of option: PlannedOption, group: RederivedGroup) -> [ResourceKey: Int64] {
    var sums: [ResourceKey: Int64] = [:]
    for account in group.members {
      let stays = option.kind == .handoff && incumbents[account] == Int(option.csm)
      addHours(of: stays ? PlannedOption(.stay) : option, account: account, to: &sums)
      addBook(of: account, final: finalCSM(of: account, under: option), to: &sums)
      addSplit(of: account, final: finalCSM(of: account, under: option), to: &sums)
    }
    addSlots(of: option, group: group, to: &sums)
    addMoves(of: option, group: group, to: &sums)
    addTransition(of: option, group: group, to: &sums)
    return sums.filter { $0.value != 0 }
  }

  func addHours(of option: PlannedOption, account: Int, to sums: inout [ResourceKey: Int64]) {
    let incumbent = incumbents[account]
    switch option.kind {
    case .stay:
      addGiver(account, incumbent, before: calendar.end, to: &sums)
      addTail(account, incumbent, to: &sums)
    case .handoff:
      addGiver(account, incumbent, before: option.effective, to: &sums)
      addReceiver(account, option, to: &sums)
      guard !hasBegun(option) else { return }
      let giving = ofGiver(tiers[account].givingEffort, account, incumbent, option.period, until: option.effective)
      addHandoffEffort(incumbent, giving, option.period, to: &sums)
      addHandoffEffort(Int(option.csm), tiers[account].receivingEffort, option.period, to: &sums)
    case .assign:
      addReceiver(account, option, to: &sums)
      addHandoffEffort(Int(option.csm), tiers[account].receivingEffort, option.period, to: &sums)
    case .cover: addCover(account, incumbent, Int(option.csm), to: &sums)
    case .unassigned:
      guard let last = lastDay(ofDeparting: account) else { return }
      addGiver(account, incumbent, before: last.adding(days: 1), to: &sums)
    }
  }

  private func addTail(_ account: Int, _ csm: Int?, to sums: inout [ResourceKey: Int64]) {
    guard let csm else { return }
    let tail = calendar.periodCount
    sums[.hours(csm: Int32(csm), period: Int16(tail)), default: 0] += loads(account: account, csm: csm)[tail]
  }

  private func addGiver(
    _ account: Int, _ csm: Int?, before end: CalendarDate, to sums: inout [ResourceKey: Int64]
  ) {
    guard let csm else { return }
    let loads = loads(account: account, csm: csm)
    for period in 0..<calendar.periodCount {
      sums[.hours(csm: Int32(csm), period: Int16(period)), default: 0] +=
        giverMinutes(account, loads[period], in: period, before: end)
    }
  }

  /// What falls into a long leave of the incumbent is not done by the incumbent.
  private func giverMinutes(_ account: Int, _ load: Int64, in period: Int, before end: CalendarDate) -> Int64 {
    var days = calendar.days(in: period, from: calendar.firstDay, to: end)
    if let away = longLeave(of: account) {
      days -= calendar.days(in: period, from: away.start, to: min(end, away.end.adding(days: 1)))
    }
    return load * days / calendar.days(in: period)
  }

  /// Minutes of handing over, or of taking back, that count for the incumbent: above the hard limit on arrival only as
  /// many as the work on the account has become less.
  private func ofGiver(
    _ minutes: Int64, _ account: Int, _ csm: Int?, _ period: Int16, until end: CalendarDate
  ) -> Int64 {
    guard let csm, overloads.contains(.hours(csm: Int32(csm), period: period)) else { return minutes }
    let load = loads(account: account, csm: csm)[Int(period)]
    let stays = giverMinutes(account, load, in: Int(period), before: calendar.end)
    return min(minutes, stays - giverMinutes(account, load, in: Int(period), before: end))
  }

  private func addReceiver(_ account: Int, _ option: PlannedOption, to sums: inout [ResourceKey: Int64]) {
    let loads = loads(account: account, csm: Int(option.csm))
    let share = tiers[account].overlapShare
    for period in 0..<calendar.periodCount {
      let own = calendar.days(in: period, from: option.effective, to: calendar.end)
      let learning = calendar.days(in: period, from: option.start, to: option.effective)
      sums[.hours(csm: option.csm, period: Int16(period)), default: 0] +=
        loads[period] * (100 * own + share * learning) / (100 * calendar.days(in: period))
    }
    let tail = calendar.periodCount
    sums[.hours(csm: option.csm, period: Int16(tail)), default: 0] += loads[tail]
  }

  private func addHandoffEffort(
    _ csm: Int?, _ effort: Int64, _ period: Int16,
    to sums: inout [ResourceKey: Int64]
  ) {
    guard let csm else { return }
    sums[.hours(csm: Int32(csm), period: period), default: 0] += effort
  }

  private func addCover(
    _ account: Int, _ incumbent: Int?, _ csm: Int, to sums: inout [ResourceKey: Int64]
  ) {
    guard let incumbent, let days = coverDays(of: account),
      let first = calendar.period(of: days.start), let last = calendar.period(of: days.end)
    else { return }
    addGiver(account, incumbent, before: calendar.end, to: &sums)
    addTail(account, incumbent, to: &sums)
    let covering = loads(account: account, csm: csm)
    for period in 0..<calendar.periodCount {
      let length = calendar.days(in: period)
      let covered = calendar.days(in: period, from: days.start, to: days.end.adding(days: 1))
      sums[.hours(csm: Int32(csm), period: Int16(period)), default: 0] += covering[period] * covered / length
    }
    // Given away and taken back: both sides give once and receive once.
    let (giving, receiving) = (tiers[account].givingEffort, tiers[account].receivingEffort)
    let (given, takenBack) = (
      ofGiver(giving, account, incumbent, Int16(first), until: calendar.end),
      ofGiver(receiving, account, incumbent, Int16(last), until: calendar.end)
    )
    addHandoffEffort(incumbent, given, Int16(first), to: &sums)
    addHandoffEffort(csm, receiving, Int16(first), to: &sums)
    addHandoffEffort(csm, giving, Int16(last), to: &sums)
    addHandoffEffort(incumbent, takenBack, Int16(last), to: &sums)
  }

  /// Balance and books weigh the final book.
  private func addBook(of account: Int, final csm: Int?, to sums: inout [ResourceKey: Int64]) {
    guard let csm else { return }
    let key = Int32(csm)
    let arr = arrThousands(account)
    sums[.balanceHours(csm: key), default: 0] += efforts[account]
    sums[.balanceARR(csm: key), default: 0] += arr
    sums[.bookAccounts(csm: key), default: 0] += 1
    if tiers[account].isStrategic { sums[.bookStrategic(csm: key), default: 0] += 1 }
    if isAtRisk(account) { sums[.bookAtRisk(csm: key), default: 0] += 1 }
    sums[.bookARR(csm: key), default: 0] += arr
    for (limit, segment) in policy.books.segmentShares.enumerated() {
      let inside = isIn(segment, account) ? 100 * arr : 0
      sums[.bookSegment(csm: key, limit: Int16(limit)), default: 0] += inside - segment.percent * arr
    }
  }

  private func isIn(_ segment: BookPolicy.SegmentShare, _ index: Int) -> Bool {
    switch segment.attribute {
    case .region: accounts[index].region == segment.value
    case .tier: accounts[index].tier == segment.value
    case .domain: accounts[index].domains.contains(segment.value)
    }
  }

  private func addSplit(of account: Int, final csm: Int?, to sums: inout [ResourceKey: Int64]) {
    guard let csm, let index = splitFamilyOfAccount[account] else { return }
    let family = splitFamilies[index]
    if account != family.anchor {
      sums[.familySplit(account: Int32(account), csm: Int32(csm)), default: 0] += 1
    } else {
      for member in family.members where member != account {
        sums[.familySplit(account: Int32(member), csm: Int32(csm)), default: 0] -= 1
      }
    }
  }

  private func addSlots(
    of option: PlannedOption, group: RederivedGroup, to sums: inout [ResourceKey: Int64]
  ) {
    switch option.kind {
    case .stay, .unassigned: return
    case .handoff where hasBegun(option): return
    case .assign: break
    case .handoff, .cover:
      for giver in Set(moving(group.members, to: Int(option.csm)).compactMap { incumbents[$0] }) {
        sums[.slotsOut(csm: Int32(giver), period: option.period), default: 0] += 1
      }
    }
    sums[.slotsIn(csm: option.csm, period: option.period), default: 0] += 1
  }

  private func addMoves(
    of option: PlannedOption, group: RederivedGroup, to sums: inout [ResourceKey: Int64]
  ) {
    guard option.kind == .handoff || option.kind == .cover, !hasBegun(option) else { return }
    for account in moving(group.members, to: Int(option.csm)) where standings[account] == .settled {
      sums[.moveCount, default: 0] += 1
      sums[.moveARR, default: 0] += arrThousands(account)
    }
  }
}
