package import Compilation
package import Portfolio

/// The edits of inputs that a repair means.
package struct RepairEdits {
  private let plan: LiftedPlan

  package init(_ plan: LiftedPlan) { self.plan = plan }

  /// The portfolio with the rules of a repair lifted.
  package func repaired(by repair: Repair) -> Portfolio {
    var portfolio = plan.portfolio
    for step in repair.steps { lift(step, in: &portfolio) }
    return portfolio
  }

  private func lift(_ step: Repair.Step, in portfolio: inout Portfolio) {
    switch step.instance {
    case .account(.pin, let account): dropPin(Int(account), &portfolio)
    case .account(.pool, let account): portfolio.accounts[Int(account)].poolOK = true
    case .account(.agreement, let account): dropAgreements(Int(account), &portfolio)
    case .pairing(let rule, let account, let csm): permit(rule, Int(account), Int(csm), &portfolio)
    case .limit(let key): if let limits = step.limits { raise(key, limits, &portfolio) }
    case .account, .receiver, .book: break
    }
  }

  private func dropPin(_ account: Int, _ portfolio: inout Portfolio) {
    portfolio.accounts[account].pinnedCSMID = nil
    let id = portfolio.accounts[account].id
    portfolio.policy.eligibility.pins.removeAll { $0.accountID == id }
  }

  private func dropAgreements(_ account: Int, _ portfolio: inout Portfolio) {
    let id = portfolio.accounts[account].id
    portfolio.agreements.removeAll { $0.account == id && $0.kind != .announced && $0.kind != .proposed }
  }

  private func permit(_ rule: RuleID, _ accountIndex: Int, _ csm: Int, _ portfolio: inout Portfolio) {
    let account = portfolio.accounts[accountIndex]
    switch rule {
    case .forbiddenPair:
      let id = portfolio.csms[csm].id
      portfolio.policy.eligibility.forbidden.removeAll { $0.accountID == account.id && $0.csmID == id }
    case .region: append(account.region, to: &portfolio.csms[csm].regions)
    case .tier: append(account.tier, to: &portfolio.csms[csm].tiers)
    case .language: if let language = account.language { append(language, to: &portfolio.csms[csm].languages) }
    case .domain:
      let level = portfolio.policy.eligibility.requiredLevel[account.tier]
      for domain in account.domains {
        let known = portfolio.csms[csm].domains[domain]
        portfolio.csms[csm].domains[domain] = max(known ?? level, level)
      }
    default: break
    }
  }

  private func append(_ word: String, to words: inout [String]) { if !words.contains(word) { words.append(word) } }

  // MARK: - Limits

  private func raise(_ key: ResourceKey, _ limits: Repair.Limits, _ portfolio: inout Portfolio) {
    let needed = limits.needed
    switch key {
    case .hours(let csm, let period):
      // Whole hours, as people write them.
      let capacity = (capacity(of: csm, giving: needed, in: Int(period)) + 59) / 60 * 60
      let known = portfolio.csms[Int(csm)].capacity?.value ?? 0
      portfolio.csms[Int(csm)].capacity = Minutes(max(known, capacity))
    case .bookAccounts(let csm): portfolio.csms[Int(csm)].maxAccounts = needed
    case .bookStrategic(let csm): portfolio.csms[Int(csm)].maxStrategic = needed
    case .bookAtRisk(let csm): portfolio.csms[Int(csm)].maxAtRisk = needed
    case .bookARR(let csm): portfolio.csms[Int(csm)].maxARR = Money(needed * 1000)
    case .slotsIn(let csm, _):
      let known = max(portfolio.csms[Int(csm)].handoffsIn ?? 0, largestLimit { $0 == .slotsIn(csm: csm, period: $1) })
      portfolio.csms[Int(csm)].handoffsIn = max(known, needed)
    case .slotsOut(let csm, _):
      let known = max(portfolio.csms[Int(csm)].handoffsOut ?? 0, largestLimit { $0 == .slotsOut(csm: csm, period: $1) })
      portfolio.csms[Int(csm)].handoffsOut = max(known, needed)
    case .slotsTeam(_, let period):
      let days = plan.timeline.dayCount(ofPeriod: Int(period))
      let known = portfolio.policy.handoffs.teamSlotsPerWeek ?? 0
      portfolio.policy.handoffs.teamSlotsPerWeek = max(known, (7 * needed + days - 1) / days)
    case .moveCount: raiseMoveCount(needed, &portfolio)
    case .moveARR: portfolio.policy.handoffs.budgetARR = Money(needed * 1000)
    case .transitionARR:
      let known = portfolio.policy.handoffs.transitionARR?.value ?? 0
      portfolio.policy.handoffs.transitionARR = Money(max(known, needed * 1000))
    case .bookSegment, .balanceHours, .balanceARR, .familySplit: break
    }
  }

  /// Of the periods: one number in a row of the table is to lower none of them.
  private func largestLimit(_ isMeant: (ResourceKey, Int16) -> Bool) -> Int64 {
    plan.meaning.resources.indices.reduce(Int64(0)) { largest, index in
      let key = plan.meaning.resources[index]
      guard let period = key.period, isMeant(key, period) else { return largest }
      return max(largest, plan.policyLimits[index] ?? 0)
    }
  }

  private func raiseMoveCount(_ needed: Int64, _ portfolio: inout Portfolio) {
    if let count = portfolio.policy.handoffs.budgetCount {
      portfolio.policy.handoffs.budgetCount = max(count, needed)
    }
    let accounts = Int64(portfolio.accounts.count)
    if let share = portfolio.policy.handoffs.budgetShare, accounts > 0 {
      portfolio.policy.handoffs.budgetShare = max(share, (100 * needed + accounts - 1) / accounts)
    }
  }

  /// The smallest monthly capacity, in whole minutes, whose hard limit in a period is at least `minutes`.
  private func capacity(of csm: Int32, giving minutes: Int64, in period: Int) -> Int64 {
    let row = plan.portfolio.csms[Int(csm)]
    let policy = plan.portfolio.policy.capacity
    let today = row.capacity?.value ?? policy.monthly.value * row.ftePercent / 100
    var (low, high) = (today, max(1, today))
    while limit(high, csm, period) < minutes, high < 1 << 40 { high *= 2 }
    while low < high {
      let middle = (low + high) / 2
      if limit(middle, csm, period) < minutes { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func limit(_ capacity: Int64, _ csm: Int32, _ period: Int) -> Int64 {
    plan.effort.hardLimit(withMonthly: Minutes(capacity), of: plan.portfolio.csms[Int(csm)], period, plan.timeline)
  }
}
