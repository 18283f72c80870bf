import Portfolio

/// Section "Resources and consumptions": limits and prices.
extension Rederivation {
  typealias ResourceTable = [ResourceKey: RederivedResource]

  func hoursResources(_ inherited: [ResourceKey: Int64]) -> ResourceTable {
    var table: ResourceTable = [:]
    for csm in csms.indices where isActive[csm] {
      for period in 0...calendar.periodCount {
        let key = ResourceKey.hours(csm: Int32(csm), period: Int16(period))
        let hard = capacities[csm][period] * policy.capacity.hard / 100
        table[key] = RederivedResource(
          upper: max(hard, inherited[key] ?? 0), price: hoursPrice(csm: csm, period: period))
      }
    }
    return table
  }

  private func hoursPrice(csm: Int, period: Int) -> RederivedPrice {
    let rules = policy.capacity
    let capacity = capacities[csm][period]
    let weight = period == calendar.periodCount ? calendar.tailMonths : 1
    let overTarget = rules.priceOverTarget.micropoints
    let overSoft = rules.priceOverSoft.micropoints
    let overHard = rules.priceOverHard.micropoints
    var price = RederivedPrice()
    price.charge(over: capacity * rules.targetHigh / 100, rate: weight * overTarget)
    price.charge(over: capacity * rules.soft / 100, rate: weight * (overSoft - overTarget))
    price.charge(over: capacity * rules.hard / 100, rate: weight * (overHard - overSoft))
    if csms[csm].kind != .open && !isDeparting[csm] {
      price.charge(
        under: capacity * rules.targetLow / 100, rate: weight * rules.priceUnderTarget.micropoints)
    }
    return price
  }

  func balanceResources() -> ResourceTable {
    let tail = calendar.periodCount
    let balanced = balancedCSMs
    let allCapacity = balanced.map { capacities[$0][tail] }.reduce(0, +)
    let allHours = efforts.reduce(0, +)
    let allARR = accounts.indices.map(arrThousands).reduce(0, +)
    var table: ResourceTable = [:]
    for csm in balanced {
      let capacity = capacities[csm][tail]
      table[.balanceHours(csm: Int32(csm))] = balanceResource(
        target: allHours * capacity / allCapacity, price: policy.balance.hoursPrice)
      table[.balanceARR(csm: Int32(csm))] = balanceResource(
        target: allARR * capacity / allCapacity, price: policy.balance.arrPrice)
    }
    return table
  }

  private func balanceResource(target: Int64, price: Points) -> RederivedResource? {
    guard price != .zero else { return nil }
    let rate = calendar.tailMonths * price.micropoints
    var function = RederivedPrice()
    function.charge(over: target, rate: rate)
    function.charge(under: target, rate: rate)
    return RederivedResource(price: function)
  }

  func bookResources(_ inherited: [ResourceKey: Int64]) -> ResourceTable {
    var table: ResourceTable = [:]
    func limit(_ key: ResourceKey, _ limit: Int64?) {
      guard let limit else { return }
      table[key] = RederivedResource(upper: max(limit, inherited[key] ?? 0))
    }
    for csm in csms.indices where isActive[csm] && !isDeparting[csm] {
      let (own, common, key) = (csms[csm], policy.books, Int32(csm))
      limit(.bookAccounts(csm: key), own.maxAccounts ?? common.maxAccounts)
      limit(.bookStrategic(csm: key), own.maxStrategic ?? common.maxStrategic)
      limit(.bookAtRisk(csm: key), own.maxAtRisk ?? common.maxAtRisk)
      limit(.bookARR(csm: key), (own.maxARR ?? common.maxARR)?.thousands)
      for segment in common.segmentShares.indices {
        limit(.bookSegment(csm: key, limit: Int16(segment)), 0)
      }
    }
    return table
  }

  func slotResources() -> ResourceTable {
    let rules = policy.handoffs
    var table: ResourceTable = [:]
    for csm in csms.indices where isActive[csm] && !isDeparting[csm] {
      for period in 0..<calendar.periodCount {
        let days = calendar.days(in: period)
        table[.slotsIn(csm: Int32(csm), period: Int16(period))] = slotResource(
          limit: csms[csm].handoffsIn ?? max(1, rules.slotsInPerWeek * days / 7))
        table[.slotsOut(csm: Int32(csm), period: Int16(period))] = slotResource(
          limit: csms[csm].handoffsOut ?? max(1, rules.slotsOutPerWeek * days / 7))
      }
    }
    return table
  }

  private func slotResource(limit: Int64) -> RederivedResource {
    if policy.handoffs.slotsAreHard { return RederivedResource(upper: limit) }
    var price = RederivedPrice()
    price.charge(over: limit, rate: policy.handoffs.slotPrice.micropoints)
    return RederivedResource(price: price)
  }

  func budgetResources() -> ResourceTable {
    let rules = policy.handoffs
    let share = rules.budgetShare.map { $0 * Int64(accounts.count) / 100 }
    var table: ResourceTable = [:]
    if let limit = [rules.budgetCount, share].compactMap({ $0 }).min() {
      table[.moveCount] = RederivedResource(upper: limit)
    }
    if let limit = rules.budgetARR { table[.moveARR] = RederivedResource(upper: limit.thousands) }
    return table
  }

  func transitionResources(_ inherited: [ResourceKey: Int64]) -> ResourceTable {
    let rules = policy.handoffs
    var table: ResourceTable = [:]
    for period in 0..<calendar.periodCount {
      if let perWeek = rules.teamSlotsPerWeek {
        for team in teams.indices {
          let limit = max(1, perWeek * calendar.days(in: period) / 7)
          table[.slotsTeam(team: Int32(team), period: Int16(period))] = slotResource(limit: limit)
        }
      }
      let key = ResourceKey.transitionARR(period: Int16(period))
      if let limit = rules.transitionARR {
        table[key] = RederivedResource(upper: max(limit.thousands, inherited[key] ?? 0))
      }
    }
    return table
  }

  /// What every split resource is; `nil` when a split charges nothing.
  var splitResource: RederivedResource? {
    guard policy.families.splitPrice != .zero else { return nil }
    var price = RederivedPrice()
    price.charge(over: 0, rate: policy.families.splitPrice.micropoints)
    return RederivedResource(price: price)
  }
}
