import OptionModel

/// The options that share the weight of their group, for products with the negative Hessian of the smoothed Lagrangian:
/// over the temperature the covariance of the consumptions in each group.
struct ActiveOptions {
  private var table = OptionTable.empty
  private var weights: [Double] = []
  private var changes: [Double] = []

  /// Collects options of more than the smallest weight from groups with several of them. `weights` begin with the first
  /// option of the first group. Stops at `capacity` options and tells whether all options found room.
  mutating func collect(
    from options: OptionTable, groups: Range<Int>, weights all: [Double], above smallestWeight: Double, capacity: Int
  ) -> Bool {
    table.restart(asPartOf: options)
    weights.removeAll(keepingCapacity: true)
    let shift = options.options(of: groups).lowerBound
    for group in groups {
      let range = Int(options.groupStarts[group])..<Int(options.groupStarts[group + 1])
      var count = 0
      for option in range where all[option - shift] > smallestWeight { count += 1 }
      guard count > 1 else { continue }
      for option in range where all[option - shift] > smallestWeight {
        weights.append(all[option - shift])
        table.append(option, of: options)
      }
      table.endGroup()
      guard table.optionCount <= capacity else { return false }
    }
    return true
  }

  /// Adds the variance of the consumptions of each resource, summed over the groups.
  func addVariances(to diagonal: inout [Double]) {
    var means = [Double](repeating: 0, count: diagonal.count)
    let (resources, amounts) = (table.resources.span, table.amounts.span)
    for group in 0..<(table.groupStarts.count - 1) {
      let options = table.options(of: group..<(group + 1))
      for option in options {
        let place = table.places[option]
        for index in 0..<Int(place.count) {
          let resource = Int(resources[Int(place.resources) + index])
          let amount = Double(amounts[Int(place.amounts) + index])
          diagonal[resource] += weights[option] * amount * amount
          means[resource] += weights[option] * amount
        }
      }
      for option in options {
        let place = table.places[option]
        for index in 0..<Int(place.count) {
          let resource = Int(resources[Int(place.resources) + index])
          diagonal[resource] -= means[resource] * means[resource]
          means[resource] = 0
        }
      }
    }
  }

  /// Sets `product` to the covariance times a vector, both per quantum. O(consumptions).
  mutating func multiply(_ vector: [Double], into product: inout [Double]) {
    if changes.count < weights.count { changes = Array(repeating: 0, count: weights.count) }
    let (table, numbers) = (table, weights)
    let (groupStarts, places, weights) = (table.groupStarts.span, table.places.span, numbers.span)
    let (resources, amounts, vector) = (table.resources.span, table.amounts.span, vector.span)
    var changes = changes.mutableSpan
    var product = product.mutableSpan
    for resource in product.indices { product[unchecked: resource] = 0 }
    for group in 0..<(groupStarts.count - 1) {
      let options = Int(groupStarts[unchecked: group])..<Int(groupStarts[unchecked: group + 1])
      var mean = 0.0
      for option in options {
        let change = places[unchecked: option].price(from: 0, resources, amounts, vector)
        changes[unchecked: option] = change
        mean += weights[unchecked: option] * change
      }
      for option in options {
        let factor = weights[unchecked: option] * (changes[unchecked: option] - mean)
        places[unchecked: option].addLoads(resources, amounts, times: factor, to: &product)
      }
    }
  }
}
