import OptionModel

/// A first selection: groups in order of what a wrong choice costs them, each to the cheapest option that breaks no
/// limit further.
///
/// A regret order (Martello and Toth 1981). Without multipliers an option costs what it adds to the prices at the loads
/// so far; with them, what it costs under the multipliers, which foresee the groups still to come. What the groups to
/// come consume at least is reserved for them. Where every group has an option that breaks nothing whatever the others do,
/// as accounts that may stay unassigned have, the result is feasible.
struct Construction {
  enum Order {
    /// Who loses most by coming late is first.
    case regret
    /// Who has what they want for nothing is first, and prices do not count: groups stay where they are before anybody takes
    /// their room, and what finds no room, such as an account without anybody, takes its dear option. A poor selection, but
    /// mostly one inside the limits.
    case cautious
  }

  private let model: OptionModel
  private let order: Order
  /// In micropoints per quantum; empty for none.
  private let multipliers: [Double]
  private let prices: FlatPrices
  /// Of the groups placed, with the least that the others consume.
  private var loads: [Int64]
  private var extent: GroupExtent

  private init(_ model: OptionModel, multipliers: [Double], order: Order) {
    self.model = model
    self.order = order
    self.multipliers = multipliers
    prices = FlatPrices(model.resources)
    loads = Array(repeating: 0, count: model.resourceCount)
    extent = GroupExtent(resourceCount: model.resourceCount)
    for group in 0..<model.groupCount { reserve(group, sign: 1) }
  }

  private mutating func reserve(_ group: Int, sign: Int64) {
    let options = model.options(ofGroup: group)
    for option in options {
      for consumed in model.consumptions(ofOption: option) {
        extent.include(consumed.amount, of: consumed.resource)
      }
    }
    extent.close(optionCount: options.count)
    for resource in extent.touched { loads[resource] += sign * extent.smallest[resource] }
    extent.clear()
  }

  /// O(consumptions times segments). When it is over early, the groups that are left take their cheapest options.
  static func selection(
    of model: OptionModel, multipliers: [Double] = [], order: Order = .regret, isOver: () -> Bool = { false }
  ) -> Selection {
    var construction = Construction(model, multipliers: multipliers, order: order)
    var selection = Selection(Array(repeating: 0, count: model.groupCount))
    for (place, group) in construction.groups().enumerated() {
      let isHasty = place % 1_024 == 0 && isOver()
      selection[group] = isHasty ? Int(model.groupStarts[group]) : construction.choose(group)
    }
    return selection
  }

  /// In their order, by the regrets or the costs of their cheapest options.
  private func groups() -> [Int] {
    let keys = (0..<model.groupCount).map { group in
      var (first, second) = (Double.infinity, Double.infinity)
      for option in model.options(ofGroup: group) {
        let cost = pricedCost(of: option)
        if cost < first { (first, second) = (cost, first) } else if cost < second { second = cost }
      }
      return order == .regret ? first - second : first
    }
    return (0..<model.groupCount).sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  private func pricedCost(of option: Int) -> Double {
    var cost = Double(model.cost(ofOption: option))
    guard !multipliers.isEmpty else { return cost }
    for consumed in model.consumptions(ofOption: option) {
      cost += multipliers[consumed.resource] * Double(consumed.amount)
    }
    return cost
  }

  private mutating func choose(_ group: Int) -> Int {
    reserve(group, sign: -1)
    var best = Int(model.groupStarts[group])
    var (leastBroken, least) = (Int64.max, Double.infinity)
    for option in model.options(ofGroup: group) {
      let (broken, cost) = added(by: option)
      if broken < leastBroken || (broken == leastBroken && cost < least) {
        (best, leastBroken, least) = (option, broken, cost)
      }
    }
    for consumed in model.consumptions(ofOption: best) {
      loads[consumed.resource] += consumed.amount
    }
    return best
  }

  /// By how many quanta limits would be broken more, and the cost.
  private func added(by option: Int) -> (broken: Int64, cost: Double) {
    var broken: Int64 = 0
    var cost = pricedCost(of: option)
    for consumed in model.consumptions(ofOption: option) {
      let resource = consumed.resource
      let before = loads[resource]
      let after = before + consumed.amount
      broken += prices.violation(of: resource, at: after) - prices.violation(of: resource, at: before)
      guard multipliers.isEmpty, order == .regret else { continue }
      cost += Double(prices.charge(of: resource, at: after) - prices.charge(of: resource, at: before))
    }
    return (broken, cost)
  }
}
