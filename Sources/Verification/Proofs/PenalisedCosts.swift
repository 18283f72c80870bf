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
    let (groups, places) = (model.groupStarts.span, model.consumptions.places.span)
    let (resources, amounts) = (model.consumptions.resources.span, model.consumptions.amounts.span)
    let (costs, multipliers) = (model.costs.span, multipliers.span)
    values.reserveCapacity(model.optionCount)
    for group in 0..<model.groupCount {
      var smallest: Int128?
      for option in Int(groups[group])..<Int(groups[group + 1]) {
        var value = Int128(costs[option]) * Int128(Multipliers.scale)
        let place = places[option]
        let (firstResource, firstAmount) = (Int(place.resources), Int(place.amounts))
        for index in 0..<Int(place.count) {
          value += Int128(multipliers[Int(resources[firstResource + index])]) * Int128(amounts[firstAmount + index])
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
