/// A limit on a second objective: `sum_g cost(o(g)) + sum_r price_r(load_r) <= upper`, in micropoints.
///
/// Costs and prices are at least zero and prices convex, as those of the objective: with a multiplier `mu >= 0` the cap
/// adds `mu` times its costs to those of the options and `mu` times its prices to those of the resources, so that the
/// Lagrangian still falls apart into groups and resources.
package struct CostCap: Sendable, Hashable {
  /// In micropoints; may be below zero, then nothing keeps the cap.
  package var upper: Int64
  /// One per option, in micropoints.
  package var costs: [Int64]
  /// One per resource, beside whatever the objective charges for it.
  package var prices: [[PriceSegment]]

  package init(upper: Int64, costs: [Int64], prices: [[PriceSegment]]) {
    self.upper = upper
    self.costs = costs
    self.prices = prices
  }

  /// What a selection of `model` charges under the cap. O(groups + consumptions of the chosen options).
  package func charge(of selection: Selection, in model: OptionModel) -> Int64 {
    var total: Int64 = 0
    for option in selection.options { total += costs[Int(option)] }
    for (price, load) in zip(prices, model.loads(of: selection)) {
      for segment in price { total += segment.charge(at: load) }
    }
    return total
  }

  package func isKept(by selection: Selection, in model: OptionModel) -> Bool {
    charge(of: selection, in: model) <= upper
  }
}
