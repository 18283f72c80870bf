import OptionModel

/// Reads the open options group by group: the loads that choices among them can reach, and the resources whose load each
/// group can change.
struct OpenLoads {
  /// Over all groups.
  private(set) var spread: GroupSpread
  private let model: OptionModel
  private let isOpen: [Bool]
  /// Of the group at hand; only what is touched counts.
  private var smallest: [Int32]
  private var largest: [Int32]
  private var mentions: [Int]
  private var touched: [Int] = []

  init(_ model: OptionModel, isOpen: (Int) -> Bool) {
    self.model = model
    self.isOpen = (0..<model.optionCount).map(isOpen)
    spread = GroupSpread(resourceCount: model.resourceCount)
    smallest = Array(repeating: 0, count: model.resourceCount)
    largest = smallest
    mentions = Array(repeating: 0, count: model.resourceCount)
    for group in 0..<model.groupCount {
      var count = 0
      for option in model.options(ofGroup: group) where self.isOpen[option] {
        count += 1
        for entry in model.consumptions(ofOption: option) {
          spread.include(Int64(model.consumptionAmounts[entry]), of: Int(model.consumptionResources[entry]))
        }
      }
      spread.endGroup(optionCount: count)
    }
  }

  /// Every group with the number of its open options and the resources whose load it can change. O(open consumptions).
  mutating func forEachGroup(_ body: (Int, Int, [Int]) -> Void) {
    for group in 0..<model.groupCount {
      let openCount = measure(group)
      let changing = touched.filter { smallest[$0] < largest[$0] || mentions[$0] < openCount }
      for resource in touched { mentions[resource] = 0 }
      touched.removeAll(keepingCapacity: true)
      body(group, openCount, changing)
    }
  }

  private mutating func measure(_ group: Int) -> Int {
    var openCount = 0
    for option in model.options(ofGroup: group) where isOpen[option] {
      openCount += 1
      for entry in model.consumptions(ofOption: option) {
        let (resource, amount) = (Int(model.consumptionResources[entry]), model.consumptionAmounts[entry])
        if mentions[resource] == 0 {
          touched.append(resource)
          (smallest[resource], largest[resource]) = (amount, amount)
        } else {
          smallest[resource] = min(smallest[resource], amount)
          largest[resource] = max(largest[resource], amount)
        }
        mentions[resource] += 1
      }
    }
    return openCount
  }
}
