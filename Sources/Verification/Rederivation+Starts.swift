import Portfolio

/// Section "The start day of a handoff".
extension Rederivation {
  /// Every pair of day and moment that permits a handoff of `moving` in a period, before the receiver is known.
  func starts(of moving: [Int], in period: Int) -> [RederivedStart] {
    var found: [RederivedStart] = []
    for offset in 0..<Int(calendar.days(in: period)) {
      let day = calendar.starts[period].adding(days: offset)
      if let last = lastDay(ofDeparting: moving[0]), day > last { break }
      for moment in policy.handoffs.moments.indices where isOpen(moment, on: day, for: moving) {
        let weeks = overlapWeeks(of: moment, for: moving)
        let effective = effectiveDay(start: day, weeks: weeks, moving: moving)
        let transition = DateRange(day, through: effective)
        guard let met = softPrices(of: moving, transition), !meetsLeaveOfGiver(moving, transition) else {
          continue
        }
        let own = policy.handoffs.moments[moment].price.micropoints * Int64(moving.count)
        let short = shorteningPrice(of: moving, weeks: weeks, transition: transition)
        found.append(
          RederivedStart(start: day, effective: effective, moment: Int16(moment), price: own + met + short))
      }
      if let forced = forcedStart(of: moving, on: day) { found.append(forced) }
    }
    return found
  }

  /// The best of the pairs that suit the receiver.
  func best(of starts: [RederivedStart], for csm: Int) -> RederivedStart? {
    var best: RederivedStart?
    for candidate in starts where suits(candidate, csm) {
      if let current = best, !candidate.isBetter(than: current) { continue }
      best = candidate
    }
    return best
  }

  func suits(_ start: RederivedStart, _ csm: Int) -> Bool {
    if let first = csms[csm].startDate, start.start < first { return false }
    guard let leave = csms[csm].leave else { return true }
    return !leave.overlaps(start.transition)
  }

  /// Whether the window of some moment, tiers and days alone, meets the period.
  func someWindowMeets(_ period: Int, for moving: [Int]) -> Bool {
    (0..<Int(calendar.days(in: period))).contains { offset in
      let day = calendar.starts[period].adding(days: offset)
      return policy.handoffs.moments.indices.contains { isOpen($0, on: day, for: moving) }
    }
  }

  /// The sum of the soft blackouts met; `nil` when a hard one is met.
  private func softPrices(of moving: [Int], _ transition: DateRange) -> Int64? {
    var sum: Int64 = 0
    for account in moving {
      for blackout in blackouts[account] where blackout.meets(transition) {
        guard let price = blackout.price else { return nil }
        sum += price
      }
    }
    return sum
  }

  /// What the soft blackouts charge for a transition at a moment.
  func softBlackoutPrice(of moving: [Int], transition: DateRange) -> Int64 {
    softPrices(of: moving, transition) ?? 0
  }

  private func meetsLeaveOfGiver(_ moving: [Int], _ transition: DateRange) -> Bool {
    moving.contains { account in
      guard standings[account] == .settled, let giver = incumbents[account] else { return false }
      return csms[giver].leave?.overlaps(transition) ?? false
    }
  }

  private func forcedStart(of moving: [Int], on day: CalendarDate) -> RederivedStart? {
    guard standings[moving[0]] == .departing else { return nil }
    let weeks = tiers[moving[0]].overlapWeeks
    let effective = effectiveDay(start: day, weeks: weeks, moving: moving)
    let short = shorteningPrice(of: moving, weeks: weeks, transition: DateRange(day, through: effective))
    return RederivedStart(
      start: day, effective: effective, moment: PlannedOption.forcedMoment,
      price: policy.handoffs.forcedPrice.micropoints + short)
  }

  /// W.
  func overlapWeeks(of moment: Int, for moving: [Int]) -> Int {
    policy.handoffs.moments[moment].overlapWeeks
      ?? moving.map { tiers[$0].overlapWeeks }.max() ?? 0
  }

  /// E: a departing incumbent cannot take part after the last day.
  private func effectiveDay(start: CalendarDate, weeks: Int, moving: [Int]) -> CalendarDate {
    let full = start.adding(days: 7 * weeks)
    guard let last = lastDay(ofDeparting: moving[0]) else { return full }
    return min(full, last.adding(days: 1))
  }

  /// Per started week that is missing from the overlap; settled accounts never miss one.
  func shorteningPrice(of moving: [Int], weeks: Int, transition: DateRange) -> Int64 {
    guard standings[moving[0]] == .departing else { return 0 }
    let missingDays = 7 * weeks - transition.end.days(since: transition.start)
    return Int64((max(0, missingDays) + 6) / 7) * policy.handoffs.shorteningPrice.micropoints
  }
}
