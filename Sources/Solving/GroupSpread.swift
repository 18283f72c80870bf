/// Collects, group by group, the smallest and largest loads that choices can reach, by resource and in quanta.
struct GroupSpread {
  private(set) var lowest: [Int64]
  private(set) var highest: [Int64]
  private var extent: GroupExtent

  init(resourceCount: Int) {
    lowest = [Int64](repeating: 0, count: resourceCount)
    highest = lowest
    extent = GroupExtent(resourceCount: resourceCount)
  }

  mutating func include(_ amount: Int64, of resource: Int) { extent.include(amount, of: resource) }

  mutating func endGroup(optionCount: Int) {
    extent.close(optionCount: optionCount)
    for resource in extent.touched {
      lowest[resource] += extent.smallest[resource]
      highest[resource] += extent.largest[resource]
    }
    extent.clear()
  }
}
