import OptionModel

/// The prices of a model over the permitted loads (attainable, and inside the hard limits), taken apart: the smallest
/// load with its price, and from there intervals of constant slope, in rising order. Corners of a price are integers.
struct PriceFrame {
  /// By resource.
  private(set) var lows: [Int128] = []
  private(set) var pricesAtLow: [Int128] = []
  /// Intervals of resource `r` are `intervalStarts[r] ..< intervalStarts[r + 1]`.
  private(set) var intervalStarts = [0]
  private(set) var widths: [Int128] = []
  private(set) var slopes: [Int128] = []
  /// The first resource without a permitted load; the frame then ends before it.
  private(set) var infeasible: Int?

  /// O(consumptions + price segments squared).
  init(_ model: OptionModel) {
    var lowest = [Int128](repeating: 0, count: model.resourceCount)
    var highest = lowest
    var loads = GroupLoads(model)
    for group in 0..<model.groupCount {
      loads.read(group: group) { resource, low, high in
        lowest[resource] += Int128(low)
        highest[resource] += Int128(high)
      }
    }
    for (index, resource) in model.resources.enumerated() {
      let low = max(lowest[index], Int128(resource.lower ?? .min))
      let high = min(highest[index], Int128(resource.upper ?? .max))
      guard low <= high else {
        infeasible = index
        return
      }
      append(resource.price, from: low, through: high)
    }
  }

  func intervals(of resource: Int) -> Range<Int> { intervalStarts[resource]..<intervalStarts[resource + 1] }

  private mutating func append(_ price: [PriceSegment], from low: Int128, through high: Int128) {
    lows.append(low)
    pricesAtLow.append(Self.charge(price, at: low))
    let corners = price.filter { $0.rate > 0 }.map { Int128($0.threshold) }.filter { low < $0 && $0 < high }
    var start = low
    for end in corners.sorted() + [high] where end > start {
      widths.append(end - start)
      slopes.append(Self.charge(price, at: start + 1) - Self.charge(price, at: start))
      start = end
    }
    intervalStarts.append(widths.count)
  }

  /// Validation keeps charges at attainable loads below 2^60.
  private static func charge(_ price: [PriceSegment], at load: Int128) -> Int128 {
    price.reduce(0) { sum, segment in
      let excess = load - Int128(segment.threshold)
      return sum + Int128(segment.rate) * max(0, segment.side == .over ? excess : -excess)
    }
  }

  /// The sum over resources of the least `price(y) - multiplier y`, in a unit that is `finer` than that of the
  /// multipliers; `extras`, in that unit, are added to the slopes of the intervals, each of which may then be filled on
  /// its own. O(resources + intervals).
  func leastPrices(multipliers: [Int64], finer: Int128, extras: [Int128]) throws(ExactBound.Reason) -> Int128 {
    let scale = Int128(Multipliers.scale) * finer
    var sum = ExactSum()
    for resource in lows.indices {
      let multiplier = Int128(multipliers[resource]) * finer
      try sum.add(pricesAtLow[resource], times: scale)
      try sum.add(multiplier, times: -lows[resource])
      for interval in intervals(of: resource) {
        var slope = ExactSum(slopes[interval] * scale - multiplier)
        try slope.add(extras[interval])
        if slope.value < 0 { try sum.add(widths[interval], times: slope.value) }
      }
    }
    return sum.value
  }
}
