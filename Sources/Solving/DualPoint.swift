import Foundation

/// The smoothed Lagrangian of a model at some multipliers and temperature, with everything Newton's method needs.
///
/// Each group's minimum over its options becomes a soft minimum at the temperature, and each price interval's
/// `min(0, slope - multiplier)` a soft one as well; as the temperature falls both come back.
struct DualPoint {
  private(set) var value = 0.0
  /// What the same multipliers prove without smoothing, up to rounding.
  private(set) var bound = 0.0
  /// The weight of each option in its group: nearly an optimal solution of the linear relaxation at the end.
  private(set) var weights: [Double]
  /// Expected load minus the load the price would like.
  private(set) var gradient: [Double]
  /// The part of the negative Hessian that comes from the prices, a diagonal.
  private(set) var curvature: [Double]

  init(_ model: SmoothedModel) {
    weights = Array(repeating: 0, count: model.costs.count)
    gradient = Array(repeating: 0, count: model.resourceCount)
    curvature = gradient
  }

  /// O(size of the model).
  mutating func evaluate(_ model: SmoothedModel, at multipliers: [Double], temperature: Double) {
    value = model.constant
    bound = model.constant
    addPrices(model, at: multipliers, temperature: temperature)
    for group in 0..<model.groupCount { add(group, of: model, at: multipliers, temperature: temperature) }
  }

  private mutating func addPrices(_ model: SmoothedModel, at multipliers: [Double], temperature: Double) {
    for resource in 0..<model.resourceCount {
      let multiplier = multipliers[resource]
      var load = model.lowestLoads[resource]
      value -= multiplier * load
      bound -= multiplier * load
      var bend = 0.0
      for segment in model.segmentStarts[resource]..<model.segmentStarts[resource + 1] {
        let gain = multiplier - model.slopes[segment]
        let ratio = max(-40, min(40, gain / temperature))
        let share = 1 / (1 + exp(-ratio))
        let soft = gain > 40 * temperature ? gain : temperature * log1p(exp(ratio))
        value -= model.widths[segment] * soft
        bound -= model.widths[segment] * max(0, gain)
        load += model.widths[segment] * share
        bend += model.widths[segment] * share * (1 - share)
      }
      gradient[resource] = -load
      curvature[resource] = bend / temperature
    }
  }

  private mutating func add(_ group: Int, of model: SmoothedModel, at multipliers: [Double], temperature: Double) {
    let options = model.groupStarts[group]..<model.groupStarts[group + 1]
    var smallest = Double.infinity
    for option in options {
      var cost = model.costs[option]
      for entry in model.entryStarts[option]..<model.entryStarts[option + 1] {
        cost += multipliers[model.entryResources[entry]] * model.entryAmounts[entry]
      }
      weights[option] = cost
      smallest = min(smallest, cost)
    }
    var total = 0.0
    for option in options {
      let distance = (weights[option] - smallest) / temperature
      weights[option] = distance > 30 ? 0 : exp(-distance)
      total += weights[option]
    }
    value += smallest - temperature * log(total)
    bound += smallest
    for option in options where weights[option] > 0 {
      weights[option] /= total
      for entry in model.entryStarts[option]..<model.entryStarts[option + 1] {
        gradient[model.entryResources[entry]] += weights[option] * model.entryAmounts[entry]
      }
    }
  }
}
