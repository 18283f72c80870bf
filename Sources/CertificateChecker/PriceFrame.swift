/// What loads the options left permit, and the price over them: from the smallest load, intervals of constant slope.
struct PriceFrame {
  var lows: [Exact] = []
  var pricesAtLow: [Exact] = []
  /// Intervals of resource r are `starts[r] ..< starts[r + 1]`.
  var starts = [0]
  var widths: [Exact] = []
  var slopes: [Exact] = []

  init() {}

  init(_ model: IntegerModel, _ reach: Reach) throws(Refusal) {
    for (index, resource) in model.resources.enumerated() {
      let low = max(reach.least[index], resource.lower ?? reach.least[index])
      let high = min(reach.most[index], resource.upper ?? reach.most[index])
      guard low <= high else { throw Refusal("No load of resource \(index) is permitted.") }
      lows.append(low)
      pricesAtLow.append(try resource.price(at: low))
      var start = low
      for end in resource.corners.map(\.load).filter({ low < $0 && $0 < high }) + [high] where end > start {
        widths.append(try end - start)
        slopes.append(try resource.price(at: start + Exact(1)) - resource.price(at: start))
        start = end
      }
      starts.append(widths.count)
    }
  }

  func intervals(of resource: Int) -> Range<Int> { starts[resource]..<starts[resource + 1] }
}

/// The least and the most that the options left of each group, and of all together, take of each resource.
struct Reach {
  var ofGroup: [[Int: (least: Exact, most: Exact)]] = []
  var least: [Exact]
  var most: [Exact]

  init(_ model: IntegerModel, _ open: [[Int]]) throws(Refusal) {
    least = Array(repeating: .zero, count: model.resources.count)
    most = least
    for options in open {
      var (ends, mentions): ([Int: (least: Exact, most: Exact)], [Int: Int]) = ([:], [:])
      for use in options.lazy.flatMap(model.uses) {
        let (resource, amount) = (Int(model.usedResources[use]), Exact(model.usedAmounts[use]))
        let known = ends[resource] ?? (amount, amount)
        ends[resource] = (min(known.least, amount), max(known.most, amount))
        mentions[resource, default: 0] += 1
      }
      // An option that does not mention a resource takes nothing of it.
      for (resource, count) in mentions where count < options.count {
        ends[resource] = ends[resource].map { (min($0.least, .zero), max($0.most, .zero)) }
      }
      for (resource, end) in ends {
        try least[resource] += end.least
        try most[resource] += end.most
      }
      ofGroup.append(ends)
    }
  }
}
