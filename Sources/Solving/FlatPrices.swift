import OptionModel

/// The price segments and limits of all resources in flat arrays, for loops that evaluate millions of loads.
struct FlatPrices {
  private let starts: [Int32]
  private let thresholds: [Int64]
  private let rates: [Int64]
  /// One for segments that charge above their threshold, minus one for those that charge below.
  private let signs: [Int64]
  private let lowers: [Int64]
  private let uppers: [Int64]

  init(_ resources: [Resource]) {
    var starts: [Int32] = [0]
    var charged: [PriceSegment] = []
    for resource in resources {
      charged += resource.price.filter { $0.rate > 0 }
      starts.append(Int32(charged.count))
    }
    self.starts = starts
    thresholds = charged.map(\.threshold)
    rates = charged.map(\.rate)
    signs = charged.map { $0.side == .over ? 1 : -1 }
    lowers = resources.map { $0.lower ?? .min / 4 }
    uppers = resources.map { $0.upper ?? .max / 4 }
  }

  func charge(of resource: Int, at load: Int64) -> Int64 {
    var total: Int64 = 0
    for segment in Int(starts[resource])..<Int(starts[resource + 1]) {
      let distance = (load - thresholds[segment]) * signs[segment]
      if distance > 0 { total += distance * rates[segment] }
    }
    return total
  }

  func violation(of resource: Int, at load: Int64) -> Int64 {
    max(0, max(load - uppers[resource], lowers[resource] - load))
  }
}
