import OptionModel

/// One pass over all groups: the sum of the smallest penalised costs, and the smallest and largest attainable load
/// of every resource. Flat loops over spans: models have up to ten million options.
struct BoundScan {
  /// Sum over groups of min over options of `65536 cost + sum of v_r a_or`. Bounded by 2^95 times the number of
  /// consumptions, of which there are less than 2^32, so that it cannot overflow.
  private(set) var optionSum: Int128 = 0
  private(set) var lowest: [Int128]
  private(set) var highest: [Int128]

  /// Over the options of the group at hand.
  private var groupLowest: [Int64]
  private var groupHighest: [Int64]
  private var consumers: [Int]
  private var touched: [Int] = []

  init(resourceCount: Int) {
    lowest = Array(repeating: 0, count: resourceCount)
    highest = lowest
    groupLowest = Array(repeating: 0, count: resourceCount)
    groupHighest = groupLowest
    consumers = Array(repeating: 0, count: resourceCount)
  }

  /// The first group without options, where there is one.
  mutating func read(_ model: OptionModel, multipliers: [Int64]) -> Int? {
    let (groups, places) = (model.groupStarts.span, model.consumptions.places.span)
    let (resources, amounts) = (model.consumptions.resources.span, model.consumptions.amounts.span)
    let (costs, values) = (model.costs.span, multipliers.span)
    for group in 0..<model.groupCount {
      let options = Int(groups[group])..<Int(groups[group + 1])
      guard !options.isEmpty else { return group }
      var least = Int128.max
      for option in options {
        var value = Int128(costs[option]) * Int128(Multipliers.scale)
        let place = places[option]
        let (firstResource, firstAmount) = (Int(place.resources), Int(place.amounts))
        for index in 0..<Int(place.count) {
          let (resource, amount) = (Int(resources[firstResource + index]), Int64(amounts[firstAmount + index]))
          value += Int128(values[resource]) * Int128(amount)
          note(amount, of: resource)
        }
        least = min(least, value)
      }
      optionSum += least
      closeGroup(optionCount: options.count)
    }
    return nil
  }

  private mutating func note(_ amount: Int64, of resource: Int) {
    if consumers[resource] == 0 {
      touched.append(resource)
      groupLowest[resource] = amount
      groupHighest[resource] = amount
    } else {
      groupLowest[resource] = min(groupLowest[resource], amount)
      groupHighest[resource] = max(groupHighest[resource], amount)
    }
    consumers[resource] += 1
  }

  /// An option that does not mention a resource consumes nothing of it.
  private mutating func closeGroup(optionCount: Int) {
    for resource in touched {
      let mentionedByAll = consumers[resource] == optionCount
      lowest[resource] += Int128(mentionedByAll ? groupLowest[resource] : min(0, groupLowest[resource]))
      highest[resource] += Int128(mentionedByAll ? groupHighest[resource] : max(0, groupHighest[resource]))
      consumers[resource] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
