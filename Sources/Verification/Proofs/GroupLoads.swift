import OptionModel

/// The smallest and largest consumption of every resource over the options of a group. An option that does not mention
/// a resource consumes nothing of it.
struct GroupLoads {
  private let model: OptionModel
  /// Of the group at hand.
  private var lowest: [Int64]
  private var highest: [Int64]
  private var consumers: [Int]
  private var touched: [Int] = []

  init(_ model: OptionModel) {
    self.model = model
    lowest = Array(repeating: 0, count: model.resourceCount)
    highest = lowest
    consumers = Array(repeating: 0, count: model.resourceCount)
  }

  /// Hands out smallest and largest consumption of the resources that some option of the group mentions.
  /// O(consumptions of the group).
  mutating func read(group: Int, _ use: (_ resource: Int, _ lowest: Int64, _ highest: Int64) -> Void) {
    let options = model.options(ofGroup: group)
    for option in options {
      for consumed in model.consumptions(ofOption: option) { note(consumed.amount, of: consumed.resource) }
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
