/// Collects, group by group, the smallest and largest loads that choices can reach, by resource and in quanta.
///
/// An option that does not mention a resource consumes zero of it, so zero takes part unless every option mentions it.
struct GroupSpread {
  private(set) var lowest: [Int64]
  private(set) var highest: [Int64]
  private var smallest: [Int64]
  private var largest: [Int64]
  private var mentions: [Int32]
  private var touched: [Int] = []

  init(resourceCount: Int) {
    lowest = [Int64](repeating: 0, count: resourceCount)
    highest = lowest
    smallest = lowest
    largest = lowest
    mentions = [Int32](repeating: 0, count: resourceCount)
  }

  mutating func include(_ amount: Int64, of resource: Int) {
    if mentions[resource] == 0 {
      touched.append(resource)
      smallest[resource] = amount
      largest[resource] = amount
    } else {
      smallest[resource] = min(smallest[resource], amount)
      largest[resource] = max(largest[resource], amount)
    }
    mentions[resource] += 1
  }

  mutating func endGroup(optionCount: Int) {
    for resource in touched {
      let everyOption = mentions[resource] == Int32(optionCount)
      lowest[resource] += everyOption ? smallest[resource] : min(0, smallest[resource])
      highest[resource] += everyOption ? largest[resource] : max(0, largest[resource])
      mentions[resource] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
