import OptionModel

/// `65536 cost + sum of multiplier times consumption` of every option, in units of 1/65536 micropoints, with the
/// least of every group and their sum.
///
/// A product is below 2^94 and a model has less than 2^32 consumptions, so that nothing here leaves 128 bits.
struct PenalisedCosts {
  private(set) var values: [Int128] = []
  private(set) var least: [Int128] = []
  private(set) var sum: Int128 = 0

  /// O(size of the model).
  init(_ model: OptionModel, multipliers: [Int64]) throws(ExactBound.Reason) {
    let (groups, starts) = (model.groupStarts.span, model.consumptionStarts.span)
    let (resources, amounts) = (model.consumptionResources.span, model.consumptionAmounts.span)
    let (costs, multipliers) = (model.costs.span, multipliers.span)
    values.reserveCapacity(model.optionCount)
    for group in 0..<model.groupCount {
      var smallest: Int128?
      for option in Int(groups[group])..<Int(groups[group + 1]) {
        var value = Int128(costs[option]) * Int128(Multipliers.scale)
        for entry in Int(starts[option])..<Int(starts[option + 1]) {
          value += Int128(multipliers[Int(resources[entry])]) * Int128(amounts[entry])
        }
        values.append(value)
        smallest = min(smallest ?? value, value)
      }
      guard let smallest else { throw .emptyGroup(group) }
      least.append(smallest)
      sum += smallest
    }
  }
}
