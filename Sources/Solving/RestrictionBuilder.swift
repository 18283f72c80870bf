import OptionModel

/// Builds the model of a `Restriction`: only resources that an open option consumes are kept.
struct RestrictionBuilder {
  private let whole: OptionModel
  private let baseLoads: [Int64]
  private let fixedLoads: [Int64]
  private var indices: [Int32]
  private var builder = OptionModelBuilder()
  private var groupsToAdd: [[Int]] = []
  /// The resource of the whole model behind each resource, once there are any.
  private(set) var resources: [Int] = []

  init(_ whole: OptionModel, fixed base: Selection, freeing groups: [Int]) {
    self.init(
      whole, objective: whole.objective(of: base), loads: whole.loads(of: base), base: base.options, freeing: groups)
  }

  init(_ state: SearchState, freeing groups: [Int]) {
    self.init(
      state.model, objective: state.objective, loads: state.loads, base: state.selection, freeing: groups)
  }

  private init(_ whole: OptionModel, objective: Int64, loads: [Int64], base: [Int32], freeing groups: [Int]) {
    self.whole = whole
    baseLoads = loads
    indices = Array(repeating: -1, count: whole.resourceCount)
    var fixed = loads
    var cost = objective
    for group in groups {
      let option = Int(base[group])
      cost -= whole.cost(ofOption: option)
      for consumed in whole.consumptions(ofOption: option) {
        fixed[consumed.resource] -= consumed.amount
      }
    }
    fixedLoads = fixed
    builder.addConstant(cost)
  }

  mutating func addGroup(options: [Int]) { groupsToAdd.append(options) }

  /// After `addResources()`.
  consuming func build() throws(InvalidOptionModel) -> OptionModel {
    for options in groupsToAdd {
      builder.beginGroup()
      for option in options { add(option) }
    }
    return try builder.build()
  }

  /// The objective so far has the prices of all resources in it; those that stay open take theirs out.
  mutating func addResources() {
    for option in groupsToAdd.joined() {
      for consumed in whole.consumptions(ofOption: option) {
        let resource = consumed.resource
        guard indices[resource] < 0 else { continue }
        builder.addConstant(-whole.resources[resource].charge(at: baseLoads[resource]))
        indices[resource] = Int32(builder.addResource(shifted(resource)))
        resources.append(resource)
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
    for consumed in whole.consumptions(ofOption: option) {
      builder.consume(consumed.amount, of: Int(indices[consumed.resource]))
    }
  }
}
