/// The least and the most that the options of one group take of each resource they mention, in quanta. One value serves
/// group after group: only what is touched counts.
///
/// An option that does not mention a resource takes zero of it, so zero takes part unless every option mentions it.
struct GroupExtent {
  private(set) var smallest: [Int64]
  private(set) var largest: [Int64]
  /// The resources that are mentioned.
  private(set) var touched: [Int] = []
  private var mentions: [Int32]

  init(resourceCount: Int) {
    smallest = [Int64](repeating: 0, count: resourceCount)
    largest = smallest
    mentions = [Int32](repeating: 0, count: resourceCount)
  }

  mutating func include(_ amount: Int64, of resource: Int) {
    if mentions[resource] == 0 {
      touched.append(resource)
      (smallest[resource], largest[resource]) = (amount, amount)
    } else {
      smallest[resource] = min(smallest[resource], amount)
      largest[resource] = max(largest[resource], amount)
    }
    mentions[resource] += 1
  }

  /// To be called once all options are included.
  mutating func close(optionCount: Int) {
    for resource in touched where mentions[resource] < Int32(optionCount) {
      smallest[resource] = min(0, smallest[resource])
      largest[resource] = max(0, largest[resource])
    }
  }

  /// For the next group.
  mutating func clear() {
    for resource in touched { mentions[resource] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
