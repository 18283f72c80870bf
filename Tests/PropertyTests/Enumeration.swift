import OptionModel

/// The referee: tries every combination of options. Only for models with few combinations.
struct Enumeration {
  let model: OptionModel
  private(set) var optimum: Int64?
  private var loads: [Int64]
  private var selection: Selection

  /// The number of combinations; saturates.
  static func combinations(of model: OptionModel) -> Int {
    (0..<model.groupCount).reduce(1) { product, group in
      let (next, overflow) = product.multipliedReportingOverflow(by: model.options(ofGroup: group).count)
      return overflow ? .max : next
    }
  }

  init(_ model: OptionModel) {
    self.model = model
    loads = Array(repeating: 0, count: model.resourceCount)
    selection = Selection(Array(repeating: 0, count: model.groupCount))
    descend(group: 0, cost: model.constants[0])
  }

  private mutating func descend(group: Int, cost: Int64) {
    guard group < model.groupCount else { return finish(cost) }
    for option in model.options(ofGroup: group) {
      add(option, times: 1)
      descend(group: group + 1, cost: cost + model.cost(ofOption: option))
      add(option, times: -1)
    }
  }

  private mutating func add(_ option: Int, times sign: Int64) {
    for entry in model.consumptions(ofOption: option) {
      loads[Int(model.consumptionResources[entry])] += sign * Int64(model.consumptionAmounts[entry])
    }
  }

  private mutating func finish(_ cost: Int64) {
    var total = cost
    for index in loads.indices {
      let resource = model.resources[index]
      if resource.violation(at: loads[index]) > 0 { return }
      total += resource.charge(at: loads[index])
    }
    if total < optimum ?? .max { optimum = total }
  }
}
