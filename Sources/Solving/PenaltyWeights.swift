import OptionModel

/// First penalties for broken hard limits: what one quantum of a resource is typically worth.
enum PenaltyWeights {
  /// In micropoints per quantum. The mean spread of costs in a group over the mean consumption. O(consumptions).
  static func initial(for model: OptionModel) -> [Double] {
    let spread = max(1, meanSpread(of: model))
    return model.meanConsumptions().map { $0 > 0 ? 2 * spread / $0 : spread }
  }

  /// The mean over groups of the dearest minus the cheapest option, in micropoints.
  static func meanSpread(of model: OptionModel) -> Double {
    guard model.groupCount > 0 else { return 0 }
    var total = 0.0
    for group in 0..<model.groupCount {
      let costs = model.options(ofGroup: group).map { model.cost(ofOption: $0) }
      total += Double((costs.max() ?? 0) - (costs.min() ?? 0))
    }
    return total / Double(model.groupCount)
  }
}
