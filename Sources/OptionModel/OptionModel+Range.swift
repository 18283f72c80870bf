extension OptionModel {
  /// The smallest and largest load each resource can reach when every group chooses freely, in quanta.
  ///
  /// Sums of the groups' smallest and largest consumptions, so no selection leaves this range. O(consumptions).
  package func attainableLoads() -> [ClosedRange<Int64>] {
    var lowest = [Int64](repeating: 0, count: resourceCount)
    var highest = lowest
    var extremes = GroupExtremes(resourceCount: resourceCount)
    for group in 0..<groupCount {
      for option in options(ofGroup: group) {
        for consumed in consumptions(ofOption: option) {
          extremes.include(consumed.amount, of: consumed.resource)
        }
      }
      extremes.addAndReset(optionCount: options(ofGroup: group).count, lowest: &lowest, highest: &highest)
    }
    return zip(lowest, highest).map { $0...$1 }
  }

  /// The mean magnitude of the consumptions of every resource, in quanta; 0 where no option consumes it.
  /// O(consumptions).
  package func meanConsumptions() -> [Double] {
    var sums = [Double](repeating: 0, count: resourceCount)
    var counts = sums
    for option in 0..<optionCount {
      for consumed in consumptions(ofOption: option) {
        sums[consumed.resource] += Double(abs(consumed.amount))
        counts[consumed.resource] += 1
      }
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
  }
}

/// Smallest and largest consumption per resource over the options of one group; an option that does not mention
/// a resource consumes zero of it, so zero takes part unless every option mentions the resource.
private struct GroupExtremes {
  private var smallest: [Int64]
  private var largest: [Int64]
  private var mentions: [Int32]
  private var touched: [Int] = []

  init(resourceCount: Int) {
    smallest = [Int64](repeating: 0, count: resourceCount)
    largest = smallest
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

  mutating func addAndReset(optionCount: Int, lowest: inout [Int64], highest: inout [Int64]) {
    for resource in touched {
      let everyOption = mentions[resource] == Int32(optionCount)
      lowest[resource] += everyOption ? smallest[resource] : min(0, smallest[resource])
      highest[resource] += everyOption ? largest[resource] : max(0, largest[resource])
      mentions[resource] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
