import OptionModel

/// Reads the open options group by group: the loads that choices among them can reach, and the resources whose load each
/// group can change.
struct OpenLoads {
  /// Over all groups.
  private(set) var spread: GroupSpread
  private let model: OptionModel
  private let isOpen: [Bool]
  /// Of the group at hand.
  private var extent: GroupExtent

  init(_ model: OptionModel, isOpen: (Int) -> Bool) {
    self.model = model
    self.isOpen = (0..<model.optionCount).map(isOpen)
    spread = GroupSpread(resourceCount: model.resourceCount)
    extent = GroupExtent(resourceCount: model.resourceCount)
    for group in 0..<model.groupCount {
      var count = 0
      for option in model.options(ofGroup: group) where self.isOpen[option] {
        count += 1
        for consumed in model.consumptions(ofOption: option) {
          spread.include(consumed.amount, of: consumed.resource)
        }
      }
      spread.endGroup(optionCount: count)
    }
  }

  /// Every group with the number of its open options and the resources whose load it can change. O(open consumptions).
  mutating func forEachGroup(_ body: (Int, Int, [Int]) -> Void) {
    for group in 0..<model.groupCount {
      let openCount = measure(group)
      let changing = extent.touched.filter { extent.smallest[$0] < extent.largest[$0] }
      extent.clear()
      body(group, openCount, changing)
    }
  }

  private mutating func measure(_ group: Int) -> Int {
    var openCount = 0
    for option in model.options(ofGroup: group) where isOpen[option] {
      openCount += 1
      for consumed in model.consumptions(ofOption: option) {
        extent.include(consumed.amount, of: consumed.resource)
      }
    }
    extent.close(optionCount: openCount)
    return openCount
  }
}
