/// Groups that each choose exactly one option; options with costs and signed consumptions; resources with hard
/// limits and a convex piecewise-linear price.
///
/// Minimise, over one option `o(g)` per group,
/// `constant + sum_g cost(o(g)) + sum_r price_r(load_r)` with `load_r = sum_g consumption(o(g), r)`,
/// subject to `lower_r <= load_r <= upper_r`. With several levels there is one such objective for each: an option has a
/// cost per level, the price of a resource belongs to one level. Costs and prices are integers in micropoints, consumptions integers
/// in quanta of the resource.
///
/// Storage is flat and sorted by group: 20 bytes an option with one level, and 4 bytes a resource or amount of the lists
/// that options share (`ConsumptionTable`). It knows no account: what an option or a resource means is kept by whoever
/// compiled the model. Build one with `OptionModelBuilder`, which validates; a value of this type is therefore always well
/// formed.
package struct OptionModel: Sendable {
  /// Number of priority levels of the objective, the most important first.
  package let levelCount: Int
  /// Added to every objective, by level, in micropoints.
  package let constants: [Int64]
  /// Options of group `g` are `groupStarts[g] ..< groupStarts[g + 1]`.
  package let groupStarts: [Int32]
  /// Level-major: the cost of option `o` at level `l` is `costs[l * optionCount + o]`, in micropoints.
  package let costs: [Int64]
  package let consumptions: ConsumptionTable
  package let resources: [Resource]

  package var groupCount: Int { groupStarts.count - 1 }
  package var optionCount: Int { consumptions.places.count }
  package var resourceCount: Int { resources.count }
  package var consumptionCount: Int { consumptions.count }

  package func options(ofGroup group: Int) -> Range<Int> {
    Int(groupStarts[group])..<Int(groupStarts[group + 1])
  }

  package func consumptions(ofOption option: Int) -> Consumptions {
    Consumptions(consumptions.places[option], in: consumptions)
  }

  package func cost(ofOption option: Int, level: Int = 0) -> Int64 {
    costs[level * optionCount + option]
  }

  init(
    levelCount: Int, constants: [Int64], groupStarts: [Int32], costs: [Int64],
    consumptions: ConsumptionTable, resources: [Resource]
  ) {
    self.levelCount = levelCount
    self.constants = constants
    self.groupStarts = groupStarts
    self.costs = costs
    self.consumptions = consumptions
    self.resources = resources
  }
}
