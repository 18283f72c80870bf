import OptionModel

/// A selection with its loads, priced incrementally: a change costs the consumptions of the two options involved.
///
/// Objectives are exact integers. Broken hard limits are allowed and charged a growing penalty, a heuristic number
/// in floating point; `violatedCount` says exactly whether the selection is feasible. A value, because the checks of
/// exclusive access to a class took half the time of the search.
struct SearchState {
  /// What a change would add.
  struct Change {
    var objective: Int64 = 0
    var penalty = 0.0
    var violated = 0

    var total: Double { Double(objective) + penalty }

    static func + (left: Change, right: Change) -> Change {
      Change(
        objective: left.objective + right.objective, penalty: left.penalty + right.penalty,
        violated: left.violated + right.violated)
    }
  }

  let model: OptionModel
  // Copies of the model's arrays: accessors do not inline across modules.
  let groupStarts: [Int32]
  let costs: [Int64]
  private let consumptions: ConsumptionTable
  private let prices: FlatPrices

  private(set) var selection: [Int32] = []
  private(set) var loads: [Int64] = []
  private(set) var objective: Int64 = 0
  private(set) var violatedCount = 0
  /// Penalty in micropoints per quantum outside the limits, by resource.
  var weights: [Double]

  private var pending: [Int64]
  private var touched: [Int32] = []

  /// O(size of the model).
  init(_ model: OptionModel, start: Selection, weights: [Double]) {
    self.model = model
    groupStarts = model.groupStarts
    costs = model.costs
    consumptions = model.consumptions
    prices = FlatPrices(model.resources)
    self.weights = weights
    pending = Array(repeating: 0, count: model.resourceCount)
    reset(to: start)
  }

  var isFeasible: Bool { violatedCount == 0 }
  var groupCount: Int { groupStarts.count - 1 }

  func options(of group: Int) -> Range<Int> { Int(groupStarts[group])..<Int(groupStarts[group + 1]) }

  mutating func reset(to start: Selection) {
    selection = start.options
    loads = model.loads(of: start)
    objective = model.objective(of: start)
    violatedCount = loads.indices.count { prices.violation(of: $0, at: loads[$0]) > 0 }
  }

  /// What choosing `option` in `group` would add. O(consumptions of both options times segments).
  mutating func change(group: Int, to option: Int) -> Change {
    let old = Int(selection[group])
    var result = Change(objective: costs[option] - costs[old])
    collect(old, sign: -1)
    collect(option, sign: 1)
    for resource32 in touched {
      let resource = Int(resource32)
      let difference = pending[resource]
      if difference != 0 {
        pending[resource] = 0
        add(resource, difference, to: &result)
      }
    }
    touched.removeAll(keepingCapacity: true)
    return result
  }

  /// Carries out a change evaluated before.
  mutating func apply(_ change: Change, group: Int, to option: Int) {
    let old = Int(selection[group])
    addLoads(of: old, sign: -1)
    addLoads(of: option, sign: 1)
    selection[group] = Int32(option)
    objective += change.objective
    violatedCount += change.violated
  }

  /// How far a resource is outside its limits, in quanta.
  func violation(of resource: Int) -> Int64 { prices.violation(of: resource, at: loads[resource]) }

  private mutating func collect(_ option: Int, sign: Int64) {
    let place = consumptions.places[option]
    for index in 0..<Int(place.count) {
      let resource = consumptions.resources[Int(place.resources) + index]
      if pending[Int(resource)] == 0 { touched.append(resource) }
      pending[Int(resource)] += sign * Int64(consumptions.amounts[Int(place.amounts) + index])
    }
  }

  private mutating func addLoads(of option: Int, sign: Int64) {
    let place = consumptions.places[option]
    for index in 0..<Int(place.count) {
      loads[Int(consumptions.resources[Int(place.resources) + index])] +=
        sign * Int64(consumptions.amounts[Int(place.amounts) + index])
    }
  }

  private func add(_ resource: Int, _ difference: Int64, to change: inout Change) {
    let before = loads[resource]
    let after = before + difference
    change.objective += prices.charge(of: resource, at: after) - prices.charge(of: resource, at: before)
    let violationBefore = prices.violation(of: resource, at: before)
    let violationAfter = prices.violation(of: resource, at: after)
    if violationBefore != violationAfter {
      change.penalty += weights[resource] * Double(violationAfter - violationBefore)
      change.violated += (violationAfter > 0 ? 1 : 0) - (violationBefore > 0 ? 1 : 0)
    }
  }
}
