import OptionModel

/// The referee: tries every combination of options. Only for models with few combinations.
struct Enumeration {
  let model: OptionModel
  private(set) var optimum: Int64?
  private var loads: [Int64]
  private var selection: Selection
  private let permits: (Int) -> Bool
  private let limits: [Int64?]

  /// The number of combinations; saturates.
  static func combinations(of model: OptionModel) -> Int {
    (0..<model.groupCount).reduce(1) { product, group in
      let (next, overflow) = product.multipliedReportingOverflow(by: model.options(ofGroup: group).count)
      return overflow ? .max : next
    }
  }

  /// - Parameters:
  ///   - limits: other upper limits, by resource.
  ///   - permits: options that may be chosen.
  init(_ model: OptionModel, limits: [Int64?]? = nil, permits: @escaping (Int) -> Bool = { _ in true }) {
    self.model = model
    self.limits = limits ?? model.resources.map(\.upper)
    self.permits = permits
    loads = Array(repeating: 0, count: model.resourceCount)
    selection = Selection(Array(repeating: 0, count: model.groupCount))
    descend(group: 0, cost: model.constants[0])
  }

  private mutating func descend(group: Int, cost: Int64) {
    guard group < model.groupCount else { return finish(cost) }
    for option in model.options(ofGroup: group) where permits(option) {
      add(option, times: 1)
      descend(group: group + 1, cost: cost + model.cost(ofOption: option))
      add(option, times: -1)
    }
  }

  private mutating func add(_ option: Int, times sign: Int64) {
    for consumed in model.consumptions(ofOption: option) {
      loads[consumed.resource] += sign * consumed.amount
    }
  }

  private mutating func finish(_ cost: Int64) {
    var total = cost
    for index in loads.indices {
      let resource = model.resources[index]
      if loads[index] > limits[index] ?? .max || loads[index] < resource.lower ?? .min { return }
      total += resource.charge(at: loads[index])
    }
    if total < optimum ?? .max { optimum = total }
  }
}
