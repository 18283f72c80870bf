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
    let optionCost = optionCost(of: group, option)
    var result = MarginalChange(objective: optionCost, optionCost: optionCost, shifts: [], broken: [])
    for (resource, difference) in differences(of: group, to: option) {
      let price = model.resources[resource]
      let (before, after) = (loads[resource], loads[resource] + difference)
      let charge = price.charge(at: after) - price.charge(at: before)
      result.shifts.append(.init(resource: resource, before: before, after: after, charge: charge))
      result.objective += charge
      if price.violation(at: after) > price.violation(at: before) { result.broken.append(resource) }
    }
    return result
  }

  /// What `change(of:to:)` says of objective and feasibility, for questions asked of many options.
  package func outcome(of group: Int, to option: Int) -> (objective: Int64, isFeasible: Bool) {
    var result = (objective: optionCost(of: group, option), isFeasible: true)
    for (resource, difference) in differences(of: group, to: option) {
      let price = model.resources[resource]
      let (before, after) = (loads[resource], loads[resource] + difference)
      result.objective += price.charge(at: after) - price.charge(at: before)
      if price.violation(at: after) > price.violation(at: before) { result.isFeasible = false }
    }
    return result
  }

  /// Makes the change.
  package mutating func apply(_ option: Int, to group: Int) {
    for (resource, difference) in differences(of: group, to: option) { loads[resource] += difference }
    selection[group] = option
  }

  /// Whether every resource is inside its hard limits.
  package var isFeasible: Bool {
    zip(model.resources, loads).allSatisfy { $0.violation(at: $1) == 0 }
  }

  /// The resources, ascending, whose load changes if `group` chooses `option`, with the change.
  func differences(of group: Int, to option: Int) -> [(resource: Int, difference: Int64)] {
    var entries = model.consumptions(ofOption: selection[group]).map { (resource: $0.resource, difference: -$0.amount) }
    entries += model.consumptions(ofOption: option).map { (resource: $0.resource, difference: $0.amount) }
    entries.sort { $0.resource < $1.resource }
    return MarginalAnalysis.merged(entries)
  }

  /// Adds up neighbours that concern the same resource, and drops what cancels out.
  private static func merged(
    _ entries: [(resource: Int, difference: Int64)]
  ) -> [(resource: Int, difference: Int64)] {
    var merged: [(resource: Int, difference: Int64)] = []
    merged.reserveCapacity(entries.count)
    for entry in entries {
      if merged.last?.resource == entry.resource {
        merged[merged.count - 1].difference += entry.difference
      } else {
        merged.append(entry)
      }
    }
    merged.removeAll { $0.difference == 0 }
    return merged
  }

  private func optionCost(of group: Int, _ option: Int) -> Int64 {
    model.cost(ofOption: option) - model.cost(ofOption: selection[group])
  }
}
