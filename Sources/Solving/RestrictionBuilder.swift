import OptionModel

/// Builds the model of a `Restriction`: only resources that an open option consumes are kept.
struct RestrictionBuilder {
  private let whole: OptionModel
  private let fixedLoads: [Int64]
  private var indices: [Int32]
  private var builder = OptionModelBuilder()
  private var groupsToAdd: [[Int]] = []

  init(_ whole: OptionModel, fixed base: Selection, freeing groups: [Int]) {
    self.whole = whole
    indices = Array(repeating: -1, count: whole.resourceCount)
    var loads = whole.loads(of: base)
    var cost = whole.constants[0]
    for group in 0..<whole.groupCount { cost += whole.cost(ofOption: base[group]) }
    for group in groups {
      cost -= whole.cost(ofOption: base[group])
      for entry in whole.consumptions(ofOption: base[group]) {
        loads[Int(whole.consumptionResources[entry])] -= Int64(whole.consumptionAmounts[entry])
      }
    }
    fixedLoads = loads
    builder.addConstant(cost)
  }

  mutating func addGroup(options: [Int]) { groupsToAdd.append(options) }

  consuming func build() throws(InvalidOptionModel) -> OptionModel {
    addResources()
    for options in groupsToAdd {
      builder.beginGroup()
      for option in options { add(option) }
    }
    return try builder.build()
  }

  private mutating func addResources() {
    var isUsed = [Bool](repeating: false, count: whole.resourceCount)
    for option in groupsToAdd.joined() {
      for entry in whole.consumptions(ofOption: option) {
        isUsed[Int(whole.consumptionResources[entry])] = true
      }
    }
    for resource in isUsed.indices {
      if isUsed[resource] {
        indices[resource] = Int32(builder.addResource(shifted(resource)))
      } else {
        builder.addConstant(whole.resources[resource].charge(at: fixedLoads[resource]))
      }
    }
  }

  private func shifted(_ resource: Int) -> Resource {
    let original = whole.resources[resource]
    let load = fixedLoads[resource]
    return Resource(
      lower: original.lower.map { $0 - load }, upper: original.upper.map { $0 - load },
      price: original.price.map { PriceSegment($0.side, $0.threshold - load, rate: $0.rate) })
  }

  private mutating func add(_ option: Int) {
    builder.addOption(cost: whole.cost(ofOption: option))
    for entry in whole.consumptions(ofOption: option) {
      builder.consume(
        Int64(whole.consumptionAmounts[entry]),
        of: Int(indices[Int(whole.consumptionResources[entry])]))
    }
  }
}
