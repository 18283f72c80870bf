import OptionModel

/// Which resources and groups belong together: resources between which groups could change places at little cost.
///
/// Links are joined in the order of their strength, as long as blocks stay small (agglomerative clustering); a resource
/// that most groups consume joins everything and is priced instead.
struct BlockPartition {
  /// Part of all groups from which on a resource counts as shared.
  private static let sharedPart = 0.3

  private(set) var blockOfResource: [Int32]
  private(set) var blockOfGroup: [Int32]
  private(set) var blockCount = 0

  /// `reducedCosts` are those of the options in points; links count up to `room`. Blocks have at most
  /// `mostGroups` groups, estimated.
  init(_ model: OptionModel, isRelevant: [Bool], reducedCosts: [Double], room: Double, most: Int, weakest: Double) {
    let shared = Self.shared(model)
    let isKept = model.resources.indices.map { isRelevant[$0] && !shared[$0] }
    var links = ResourceLinks(model, isKept: isKept, reducedCosts: reducedCosts, room: room)
    links.join(most: most, weakest: weakest)
    blockOfResource = Array(repeating: -1, count: model.resourceCount)
    var numbers: [Int: Int32] = [:]
    for resource in model.resources.indices where isKept[resource] {
      let root = links.root(of: resource)
      let number = numbers[root] ?? Int32(numbers.count)
      numbers[root] = number
      blockOfResource[resource] = number
    }
    blockCount = max(1, numbers.count)
    blockOfGroup = []
    for group in 0..<model.groupCount { blockOfGroup.append(home(of: group, model, reducedCosts, room)) }
  }

  private static func shared(_ model: OptionModel) -> [Bool] {
    var counts = [Int](repeating: 0, count: model.resourceCount)
    var last = [Int](repeating: -1, count: model.resourceCount)
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) {
        for entry in model.consumptions(ofOption: option) {
          let resource = Int(model.consumptionResources[entry])
          if last[resource] != group {
            last[resource] = group
            counts[resource] += 1
          }
        }
      }
    }
    return counts.map { Double($0) > sharedPart * Double(model.groupCount) && $0 > 50 }
  }

  /// The block that most of the weight of the group's cheap options lies in.
  private func home(of group: Int, _ model: OptionModel, _ reducedCosts: [Double], _ room: Double) -> Int32 {
    var weights: [Int32: Double] = [:]
    for option in model.options(ofGroup: group) {
      let weight = 1 / (0.001 + max(0, reducedCosts[option]) / max(1e-9, room))
      var seen = Set<Int32>()
      for entry in model.consumptions(ofOption: option) {
        let block = blockOfResource[Int(model.consumptionResources[entry])]
        if block >= 0, seen.insert(block).inserted { weights[block, default: 0] += weight }
      }
    }
    return weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}

/// How strongly resources are joined by groups.
private struct ResourceLinks {
  private struct Pair: Hashable {
    let first: Int32
    let second: Int32
  }

  private var weights: [Pair: Double] = [:]
  private var parents: [Int]
  private var sizes: [Int]

  init(_ model: OptionModel, isKept: [Bool], reducedCosts: [Double], room: Double) {
    parents = Array(0..<model.resourceCount)
    sizes = isKept.map { $0 ? 1 : 0 }
    for group in 0..<model.groupCount {
      var near: [Int32: Double] = [:]
      for option in model.options(ofGroup: group) where reducedCosts[option] < room {
        for entry in model.consumptions(ofOption: option) where model.consumptionAmounts[entry] != 0 {
          let resource = model.consumptionResources[entry]
          guard isKept[Int(resource)] else { continue }
          near[resource] = min(near[resource] ?? .infinity, max(0, reducedCosts[option]))
        }
      }
      let sorted = near.sorted { $0.key < $1.key }
      for (index, first) in sorted.enumerated() {
        for second in sorted[..<index] {
          weights[Pair(first: second.key, second: first.key), default: 0] +=
            1 / (0.01 + (first.value + second.value) / room)
        }
      }
    }
  }

  func root(of resource: Int) -> Int {
    var resource = resource
    while parents[resource] != resource { resource = parents[resource] }
    return resource
  }

  /// The strongest link first, in relation to the sizes of what it joins.
  mutating func join(most: Int, weakest: Double) {
    while true {
      var merged: [Pair: Double] = [:]
      for (pair, weight) in weights {
        let (first, second) = (root(of: Int(pair.first)), root(of: Int(pair.second)))
        guard first != second else { continue }
        merged[Pair(first: Int32(min(first, second)), second: Int32(max(first, second))), default: 0] += weight
      }
      weights = merged
      var best: (strength: Double, pair: Pair)?
      for (pair, weight) in weights {
        let (left, right) = (sizes[Int(pair.first)], sizes[Int(pair.second)])
        guard left + right <= most else { continue }
        let strength = weight / (Double(left) * Double(right)).squareRoot()
        guard strength > weakest else { continue }
        let isBetter = best.map { ($0.strength, $0.pair.first, $0.pair.second) < (strength, pair.first, pair.second) }
        if isBetter ?? true { best = (strength, pair) }
      }
      guard let pair = best?.pair else { return }
      parents[Int(pair.second)] = Int(pair.first)
      sizes[Int(pair.first)] += sizes[Int(pair.second)]
    }
  }
}
