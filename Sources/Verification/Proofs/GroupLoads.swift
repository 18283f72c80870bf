import OptionModel

/// The smallest and largest consumption of every resource over the options of a group. An option that does not mention
/// a resource consumes nothing of it.
struct GroupLoads {
  private let groupStarts: [Int32]
  private let consumptions: ConsumptionTable
  /// Of the group at hand.
  private var lowest: [Int64]
  private var highest: [Int64]
  private var consumers: [Int]
  private var touched: [Int] = []

  init(_ model: OptionModel) {
    (groupStarts, consumptions) = (model.groupStarts, model.consumptions)
    lowest = Array(repeating: 0, count: model.resourceCount)
    highest = lowest
    consumers = Array(repeating: 0, count: model.resourceCount)
  }

  /// Hands out smallest and largest consumption of the resources that some option of the group mentions.
  /// O(consumptions of the group).
  mutating func read(group: Int, _ use: (_ resource: Int, _ lowest: Int64, _ highest: Int64) -> Void) {
    let options = Int(groupStarts[group])..<Int(groupStarts[group + 1])
    for option in options {
      let place = consumptions.places[option]
      for index in 0..<Int(place.count) {
        note(
          Int64(consumptions.amounts[Int(place.amounts) + index]),
          of: Int(consumptions.resources[Int(place.resources) + index]))
      }
    }
    for resource in touched {
      let byAll = consumers[resource] == options.count
      use(
        resource, byAll ? lowest[resource] : min(0, lowest[resource]),
        byAll ? highest[resource] : max(0, highest[resource]))
      consumers[resource] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ amount: Int64, of resource: Int) {
    if consumers[resource] == 0 {
      touched.append(resource)
      (lowest[resource], highest[resource]) = (amount, amount)
    } else {
      lowest[resource] = min(lowest[resource], amount)
      highest[resource] = max(highest[resource], amount)
    }
    consumers[resource] += 1
  }
}
