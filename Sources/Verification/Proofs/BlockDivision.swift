import OptionModel

/// The models of the blocks that a proof divides a model into, as `BlockProof` states them.
struct BlockDivision {
  private let model: OptionModel
  private let frame: PriceFrame
  private let proof: BlockProof
  /// By block, in the order of the model.
  private var groups: [[Int]]
  private(set) var resources: [[Int]]
  /// By resource: its place among the resources of its block.
  private var places: [Int]
  /// By resource: smallest and largest load of groups of other blocks.
  private var foreign: [(lowest: Int64, highest: Int64)]
  /// By resource: the largest magnitude of a load of groups of its own block.
  private var reach: [Int128]

  /// O(size of the model + blocks).
  init(_ proof: BlockProof, _ model: OptionModel, _ frame: PriceFrame) throws(ExactBound.Reason) {
    (self.proof, self.model, self.frame) = (proof, model, frame)
    groups = Array(repeating: [], count: proof.proofs.count)
    resources = groups
    places = Array(repeating: -1, count: model.resourceCount)
    foreign = Array(repeating: (0, 0), count: model.resourceCount)
    reach = Array(repeating: 0, count: model.resourceCount)
    try Self.check(proof.prices.count, model.resourceCount)
    try Self.check(proof.blockOfResource.count, model.resourceCount)
    try Self.check(proof.blockOfGroup.count, model.groupCount)
    try divide()
    readLoads()
  }

  private static func check(_ found: Int, _ expected: Int) throws(ExactBound.Reason) {
    guard found == expected else { throw .wrongCount(expected: expected, found: found) }
  }

  private mutating func divide() throws(ExactBound.Reason) {
    for (resource, block) in proof.blockOfResource.enumerated() where block != -1 {
      guard resources.indices.contains(Int(block)) else { throw .unknownIndex(Int(block)) }
      places[resource] = resources[Int(block)].count
      resources[Int(block)].append(resource)
    }
    for (group, block) in proof.blockOfGroup.enumerated() {
      guard groups.indices.contains(Int(block)) else { throw .unknownIndex(Int(block)) }
      groups[Int(block)].append(group)
    }
  }

  private mutating func readLoads() {
    var loads = GroupLoads(model)
    for group in 0..<model.groupCount {
      loads.read(group: group) { resource, lowest, highest in
        if proof.blockOfResource[resource] == proof.blockOfGroup[group] {
          reach[resource] += Int128(max(lowest.magnitude, highest.magnitude))
        } else {
          foreign[resource].lowest += lowest
          foreign[resource].highest += highest
        }
      }
    }
  }

  /// The constant of the model and, for the resources of no block, the least of price minus what is paid for them.
  func sharedBound() throws(ExactBound.Reason) -> ExactSum {
    var sum = ExactSum(Int128(model.constants[0]))
    for (resource, block) in proof.blockOfResource.enumerated() where block == -1 {
      let price = Int128(proof.prices[resource])
      try sum.add(frame.pricesAtLow[resource])
      try sum.add(price, times: -frame.lows[resource])
      for interval in frame.intervals(of: resource) where frame.slopes[interval] < price {
        try sum.add(frame.widths[interval], times: frame.slopes[interval] - price)
      }
    }
    return sum
  }

  /// O(options and consumptions of the block).
  func model(of block: Int) throws(ExactBound.Reason) -> OptionModel {
    var builder = OptionModelBuilder()
    var constant = ExactSum()
    try addResources(of: block, to: &builder, &constant)
    for group in groups[block] { try add(group, of: block, to: &builder, &constant) }
    builder.addConstant(try constant.narrowed())
    guard let built = try? builder.build() else { throw .invalidModel }
    return built
  }

  private func addResources(
    of block: Int, to builder: inout OptionModelBuilder, _ constant: inout ExactSum
  ) throws(ExactBound.Reason) {
    var worst = ExactSum()
    for index in resources[block] {
      let part = try BlockResource(
        index, of: frame, price: proof.prices[index], foreign: foreign[index].lowest...foreign[index].highest)
      try constant.add(part.leastPrice)
      for segment in part.resource.price {
        try worst.add(Int128(segment.rate), times: reach[index] + Int128(segment.threshold.magnitude))
      }
      builder.addResource(part.resource)
    }
    // Validation adds this up, too, without looking for overflow.
    guard worst.value <= Int64.max else { throw .invalidModel }
  }

  private func add(
    _ group: Int, of block: Int, to builder: inout OptionModelBuilder, _ constant: inout ExactSum
  ) throws(ExactBound.Reason) {
    let costs = model.options(ofGroup: group).map { cost(of: $0, in: block) }
    let least = costs.min() ?? 0
    try constant.add(least)
    builder.beginGroup()
    for (option, cost) in zip(model.options(ofGroup: group), costs) {
      builder.addOption(cost: try ExactSum(cost - least).narrowed())
      for consumed in model.consumptions(ofOption: option) {
        let resource = consumed.resource
        guard proof.blockOfResource[resource] == block else { continue }
        builder.consume(consumed.amount, of: places[resource])
      }
    }
  }

  /// Cost and what is paid for the resources of other blocks and of none. Below 2^127, as in `PenalisedCosts`.
  private func cost(of option: Int, in block: Int) -> Int128 {
    model.consumptions(ofOption: option).reduce(Int128(model.costs[option])) { sum, consumed in
      let resource = consumed.resource
      guard proof.blockOfResource[resource] != block else { return sum }
      return sum + Int128(proof.prices[resource]) * Int128(consumed.amount)
    }
  }
}
