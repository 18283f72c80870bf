package import OptionModel

/// A selection with its loads, for asking what a single change would do. Exact integers throughout.
package struct MarginalAnalysis: Sendable {
  package let model: OptionModel
  package private(set) var selection: Selection
  package private(set) var loads: [Int64]

  package init(model: OptionModel, selection: Selection) {
    self.model = model
    self.selection = selection
    loads = model.loads(of: selection)
  }

  /// The change if `group` chose `option` and all else stayed. O(consumptions of the two options).
  package func change(of group: Int, to option: Int) -> MarginalChange {
    let current = selection[group]
    let optionCost = model.cost(ofOption: option) - model.cost(ofOption: current)
    var result = MarginalChange(objective: optionCost, optionCost: optionCost, shifts: [], broken: [])
    for (resource, difference) in differences(from: current, to: option) where difference != 0 {
      let price = model.resources[resource]
      let (before, after) = (loads[resource], loads[resource] + difference)
      let charge = price.charge(at: after) - price.charge(at: before)
      result.shifts.append(.init(resource: resource, before: before, after: after, charge: charge))
      result.objective += charge
      if price.violation(at: after) > price.violation(at: before) { result.broken.append(resource) }
    }
    return result
  }

  /// Makes the change.
  package mutating func apply(_ option: Int, to group: Int) {
    for (resource, difference) in differences(from: selection[group], to: option) {
      loads[resource] += difference
    }
    selection[group] = option
  }

  /// Whether every resource is inside its hard limits.
  package var isFeasible: Bool {
    zip(model.resources, loads).allSatisfy { $0.violation(at: $1) == 0 }
  }

  /// Resources in ascending order with the change of their load.
  private func differences(from old: Int, to new: Int) -> [(resource: Int, difference: Int64)] {
    var byResource: [Int: Int64] = [:]
    for entry in model.consumptions(ofOption: old) {
      byResource[Int(model.consumptionResources[entry]), default: 0] -= Int64(model.consumptionAmounts[entry])
    }
    for entry in model.consumptions(ofOption: new) {
      byResource[Int(model.consumptionResources[entry]), default: 0] += Int64(model.consumptionAmounts[entry])
    }
    return byResource.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
