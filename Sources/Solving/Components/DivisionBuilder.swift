import OptionModel

/// Builds the models of the blocks of a partition; `BlockProof` states what they are.
struct DivisionBuilder {
  /// In micropoints per quantum.
  private(set) var prices: [Int64]
  /// The block of each resource, or -1.
  private(set) var blockOfResource: [Int32]
  private let model: OptionModel
  private let partition: Partition
  private let multipliers: Multipliers
  private let attainable: [ClosedRange<Int64>]
  /// By resource: its place among those of its block.
  private var places: [Int]
  /// By resource: the loads that groups of other blocks may make.
  private var foreign: [ClosedRange<Int64>]

  /// - Parameters:
  ///   - model: has only the open options.
  ///   - step: prices of what joins blocks are whole multiples of it, so that objectives of blocks stay steps apart, where
  ///     the partition says so.
  ///   - paid: what is paid for resources that are priced away, by resource; else their multipliers.
  init(_ model: OptionModel, _ partition: Partition, multipliers: Multipliers, step: Int64, paid: [Int64]?) {
    (self.model, self.partition, self.multipliers) = (model, partition, multipliers)
    attainable = model.attainableLoads()
    places = Array(repeating: 0, count: model.resourceCount)
    foreign = places.map { _ in 0...0 }
    (prices, blockOfResource) = (places.map { _ in 0 }, Array(repeating: -1, count: model.resourceCount))
    var counts = [Int](repeating: 0, count: partition.componentCount)
    for (resource, role) in partition.roles.enumerated() {
      guard case .joint(let component) = role else { continue }
      blockOfResource[resource] = Int32(component)
      places[resource] = counts[component]
      counts[component] += 1
    }
    readForeignLoads()
    let step = partition.paysInSteps ? step : 1
    for (resource, role) in partition.roles.enumerated() {
      let unit = Double(Multipliers.scale) * Double(step)
      let rounded = Int64((Double(multipliers.values[resource]) / unit).rounded()) * step
      switch role {
      case .linear(let slope): prices[resource] = Int64(slope)
      case .priced: prices[resource] = paid?[resource] ?? rounded
      case .joint: prices[resource] = foreign[resource].count > 1 ? rounded : 0
      }
    }
  }

  private mutating func readForeignLoads() {
    var extent = GroupExtent(resourceCount: model.resourceCount)
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) {
        for consumed in model.consumptions(ofOption: option) {
          extent.include(consumed.amount, of: consumed.resource)
        }
      }
      extent.close(optionCount: model.options(ofGroup: group).count)
      for resource in extent.touched {
        let block = Int(blockOfResource[resource])
        guard block >= 0, block != partition.componentOfGroup[group] else { continue }
        let known = foreign[resource]
        foreign[resource] =
          known.lowerBound + extent.smallest[resource]...known.upperBound + extent.largest[resource]
      }
      extent.clear()
    }
  }

  /// The constant, and the least of price minus what is paid for resources of no block; `nil` beyond 64 bits or where a
  /// resource has no permitted load.
  var sharedBound: Int64? {
    var sum = Int128(model.constants[0])
    for (index, resource) in model.resources.enumerated() where blockOfResource[index] < 0 {
      guard let permitted = resource.permitted(within: attainable[index]) else { return nil }
      sum += PriceCurve(of: resource, over: permitted).conjugate(slope: prices[index], scale: 1, resource: resource)
    }
    return Int64(exactly: sum)
  }

  /// `nil` when numbers become too large for a model.
  ///
  /// - Parameter wholeOptions: by option, that of the model with all options.
  mutating func blocks(wholeOptions: [Int]) -> [DivisionBlock]? {
    var groups: [[Int]] = Array(repeating: [], count: partition.componentCount)
    for (group, component) in partition.componentOfGroup.enumerated() { groups[component].append(group) }
    var resources: [[Int]] = Array(repeating: [], count: partition.componentCount)
    for (resource, block) in blockOfResource.enumerated() where block >= 0 { resources[Int(block)].append(resource) }
    var found: [DivisionBlock] = []
    for (own, resources) in zip(groups, resources) {
      guard let part = part(of: own, resources) else { return nil }
      found.append(
        DivisionBlock(
          model: part, groups: own, options: own.flatMap { model.options(ofGroup: $0).map { wholeOptions[$0] } },
          multipliers: Multipliers(resources.map { multipliers.values[$0] })))
    }
    return found
  }

  private func part(of groups: [Int], _ resources: [Int]) -> OptionModel? {
    var builder = OptionModelBuilder()
    var constant: Int128 = 0
    for index in resources {
      let whole = model.resources[index]
      guard let permitted = whole.permitted(within: attainable[index]),
        let own = PricedResource(
          whole, PriceCurve(of: whole, over: permitted), paid: prices[index], foreign: foreign[index])
      else { return nil }
      builder.addResource(own.resource)
      constant += Int128(own.leastPrice)
    }
    for group in groups {
      let costs = model.options(ofGroup: group).map { cost(of: $0, in: partition.componentOfGroup[group]) }
      let least = costs.min() ?? 0
      constant += least
      builder.beginGroup()
      for (option, cost) in zip(model.options(ofGroup: group), costs) {
        guard let cost = Int64(exactly: cost - least) else { return nil }
        builder.addOption(cost: cost)
        for consumed in model.consumptions(ofOption: option) {
          let resource = consumed.resource
          guard Int(blockOfResource[resource]) == partition.componentOfGroup[group] else { continue }
          builder.consume(consumed.amount, of: places[resource])
        }
      }
    }
    guard let constant = Int64(exactly: constant) else { return nil }
    builder.addConstant(constant)
    return try? builder.build()
  }

  /// With what is paid for resources of other blocks and of none.
  private func cost(of option: Int, in component: Int) -> Int128 {
    model.consumptions(ofOption: option).reduce(Int128(model.cost(ofOption: option))) { sum, consumed in
      let resource = consumed.resource
      guard Int(blockOfResource[resource]) != component else { return sum }
      return sum + Int128(prices[resource]) * Int128(consumed.amount)
    }
  }
}
