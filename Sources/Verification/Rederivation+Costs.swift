import Portfolio

/// Section "Costs of an option".
extension Rederivation {
  /// The cost of an option by rule, in micropoints, without zeros.
  func costs(of option: PlannedOption, group: RederivedGroup) -> [RuleID: Int64] {
    var costs: [RuleID: Int64] = [:]
    for account in group.members {
      let stays = option.kind == .handoff && incumbents[account] == Int(option.csm)
      let own = stays ? PlannedOption(.stay) : option
      addHeldPrices(of: own, account: account, to: &costs)
      addHandoffPrices(of: own, account: account, to: &costs)
      costs[.agreement, default: 0] += announcedPrice(of: own, account: account)
      costs[.coverage, default: 0] += coveragePrice(of: own, account: account)
      costs[.leave, default: 0] += leavePrice(of: own, account: account)
    }
    if option.kind == .stay, let anchor = group.anchor {
      let split = group.members.filter { incumbents[$0] != incumbents[anchor] }.count
      costs[.family, default: 0] += Int64(split) * policy.families.splitPrice.micropoints
    }
    return costs.filter { $0.value != 0 }
  }

  private func addHeldPrices(of option: PlannedOption, account: Int, to costs: inout [RuleID: Int64]) {
    let last = calendar.periodCount
    func add(_ csm: Int?, periods: Int, tail: Bool) {
      guard let csm else { return }
      for (rule, price) in monthlyPrices(account: account, csm: csm) {
        costs[rule, default: 0] += calendar.held(price, periods: periods, tail: tail)
      }
    }
    switch option.kind {
    case .stay, .cover: add(incumbents[account], periods: last, tail: true)
    case .handoff:
      add(incumbents[account], periods: Int(option.period), tail: false)
      add(Int(option.csm), periods: last - Int(option.period), tail: true)
    case .assign: add(Int(option.csm), periods: last - Int(option.period), tail: true)
    case .unassigned: add(incumbents[account], periods: departurePeriod(of: account), tail: false)
    }
  }

  /// p(D) of a departing account, 0 for an orphan.
  private func departurePeriod(of account: Int) -> Int {
    lastDay(ofDeparting: account).flatMap { calendar.period(of: $0) } ?? 0
  }

  private func addHandoffPrices(of option: PlannedOption, account: Int, to costs: inout [RuleID: Int64]) {
    guard option.kind == .handoff else { return }
    if standings[account] == .settled {
      costs[.continuity, default: 0] += continuityPrice(of: account)
      costs[.lock, default: 0] += lock(on: account)?.price?.micropoints ?? 0
    }
    guard !hasBegun(option) else { return }
    let transition = DateRange(option.start, through: option.effective)
    let weeks: Int
    if option.moment == PlannedOption.forcedMoment {
      weeks = tiers[account].overlapWeeks
      costs[.departure, default: 0] += policy.handoffs.forcedPrice.micropoints
    } else {
      weeks = overlapWeeks(of: Int(option.moment), for: [account])
      costs[.moment, default: 0] += policy.handoffs.moments[Int(option.moment)].price.micropoints
      costs[.blackout, default: 0] += softBlackoutPrice(of: [account], transition: transition)
    }
    costs[.departure, default: 0] += shorteningPrice(of: [account], weeks: weeks, transition: transition)
  }

  private func continuityPrice(of index: Int) -> Int64 {
    let (account, rules) = (accounts[index], policy.continuity)
    var percent: Int64 = 0
    if let since = account.csmSince {
      let years = max(0, calendar.firstDay.days(since: since)) / 365
      percent += rules.percentPerYear * Int64(min(years, rules.maximumTenureYears))
    }
    if isAtRisk(index) { percent += rules.atRiskPercent }
    percent += rules.percentPerChange * Int64(account.csmChanges12Months ?? 0)
    return tiers[index].continuityPrice * (100 + percent) / 100
  }

  /// u(a): a month without a CSM.
  private func monthWithoutCSM(_ account: Int) -> Int64 {
    tiers[account].unassignedPrice
      + policy.coverage.pricePerMinute.micropoints * efforts[account]
  }

  private func coveragePrice(of option: PlannedOption, account: Int) -> Int64 {
    let price = monthWithoutCSM(account)
    switch option.kind {
    case .assign: return calendar.held(price, periods: Int(option.period), tail: false)
    case .unassigned:
      let held = standings[account] == .departing ? departurePeriod(of: account) : 0
      return calendar.held(price, periods: calendar.periodCount - held, tail: true)
    case .stay, .handoff, .cover: return 0
    }
  }

  private func leavePrice(of option: PlannedOption, account: Int) -> Int64 {
    if option.kind == .cover { return policy.coverage.coverPrice.micropoints }
    guard let leave = longLeave(of: account) else { return 0 }
    var end = leave.end.adding(days: 1)
    switch option.kind {
    case .handoff: end = min(end, option.effective)
    case .unassigned: end = lastDay(ofDeparting: account).map { min(end, $0.adding(days: 1)) } ?? end
    case .stay, .assign, .cover: break
    }
    let days = calendar.horizonDays(from: leave.start, to: end)
    return monthWithoutCSM(account) * policy.coverage.uncoveredLeavePercent * days * 12 / (100 * 365)
  }
}
