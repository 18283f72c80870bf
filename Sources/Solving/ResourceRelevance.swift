import OptionModel

/// Which resources can matter among chosen options: those with a bend of the price or a limit inside their spread.
struct ResourceRelevance {
  /// Those that matter, and where each resource stands among them; -1 for the others.
  private(set) var kept: [Int] = []
  private(set) var indices: [Int]
  /// Micropoints per quantum of the linear price of a resource that does not matter; zero for the others.
  private(set) var slopes: [Double]

  init(_ model: OptionModel, spread: GroupSpread) {
    indices = Array(repeating: -1, count: model.resourceCount)
    slopes = Array(repeating: 0, count: model.resourceCount)
    for (index, resource) in model.resources.enumerated() {
      let (low, high) = (spread.lowest[index], spread.highest[index])
      guard low < high else { continue }
      if Self.matters(resource, low: low, high: high) {
        indices[index] = kept.count
        kept.append(index)
      } else {
        slopes[index] = Self.slope(of: resource, at: low)
      }
    }
  }

  private static func matters(_ resource: Resource, low: Int64, high: Int64) -> Bool {
    if let upper = resource.upper, high > upper { return true }
    if let lower = resource.lower, low < lower { return true }
    return resource.price.contains { $0.rate > 0 && $0.threshold > low && $0.threshold < high }
  }

  /// To the right of a load.
  private static func slope(of resource: Resource, at load: Int64) -> Double {
    resource.price.reduce(0) { sum, segment in
      switch segment.side {
      case .over: sum + (load >= segment.threshold ? Double(segment.rate) : 0)
      case .under: sum - (load < segment.threshold ? Double(segment.rate) : 0)
      }
    }
  }
}
