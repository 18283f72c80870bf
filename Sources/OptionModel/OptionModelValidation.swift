/// The checks of `OptionModelBuilder.build()`: after them every evaluation is exact in 64-bit integers.
enum OptionModelValidation {
  /// Objectives and loads stay below this in magnitude, which leaves room for differences.
  static let magnitudeLimit = Int64.max / 8

  static func problems(in model: OptionModel) -> [OptionModelProblem] {
    guard model.levelCount > 0 else { return [.noLevel] }
    let structural = sizeProblems(of: model) + groupProblems(of: model) + consumptionProblems(of: model)
    guard structural.isEmpty else { return structural }
    return costProblems(of: model) + resourceProblems(of: model) + magnitudeProblems(of: model)
  }

  private static func sizeProblems(of model: OptionModel) -> [OptionModelProblem] {
    var found: [OptionModelProblem] = []
    if model.optionCount > Int32.max { found.append(.tooManyOptions) }
    if model.consumptionCount > UInt32.max { found.append(.tooManyConsumptions) }
    if model.groupStarts[0] != 0 { found.append(.optionOutsideGroups) }
    return found
  }

  private static func groupProblems(of model: OptionModel) -> [OptionModelProblem] {
    (0..<model.groupCount).filter { model.groupStarts[$0] >= model.groupStarts[$0 + 1] }
      .map { .emptyGroup(group: $0) }
  }

  private static func consumptionProblems(of model: OptionModel) -> [OptionModelProblem] {
    var found: [OptionModelProblem] = []
    for option in 0..<model.optionCount {
      for consumed in model.consumptions(ofOption: option) {
        let resource = consumed.resource
        if !model.resources.indices.contains(resource) {
          found.append(.unknownResource(option: option, resource: resource))
        }
      }
    }
    return found
  }

  private static func costProblems(of model: OptionModel) -> [OptionModelProblem] {
    model.costs.indices.filter { model.costs[$0] < 0 }.map { index in
      .negativeCost(
        option: index % model.optionCount, level: index / model.optionCount, cost: model.costs[index])
    }
  }

  private static func resourceProblems(of model: OptionModel) -> [OptionModelProblem] {
    model.resources.enumerated().flatMap { index, resource -> [OptionModelProblem] in
      var found = resource.price.filter { $0.rate < 0 }
        .map { OptionModelProblem.negativeRate(resource: index, rate: $0.rate) }
      if let lower = resource.lower, let upper = resource.upper, lower > upper {
        found.append(.emptyLimits(resource: index))
      }
      if !(0..<model.levelCount).contains(Int(resource.level)) {
        found.append(.unknownLevel(resource: index, level: Int(resource.level)))
      }
      return found
    }
  }

  /// Adds up the largest cost of every group and the price at both ends of every attainable load.
  private static func magnitudeProblems(of model: OptionModel) -> [OptionModelProblem] {
    var reach = [Int128](repeating: 0, count: model.resourceCount)
    var groupReach = [Int64](repeating: 0, count: model.resourceCount)
    var touched: [Int] = []
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) {
        for consumed in model.consumptions(ofOption: option) {
          let resource = consumed.resource
          if groupReach[resource] == 0 { touched.append(resource) }
          groupReach[resource] = max(groupReach[resource], abs(consumed.amount))
        }
      }
      for resource in touched {
        reach[resource] += Int128(groupReach[resource])
        groupReach[resource] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    let limit = Int128(magnitudeLimit)
    let tooLarge = worstObjective(of: model, reach: reach) > limit || reach.contains { $0 > limit }
    return tooLarge ? [.objectiveTooLarge] : []
  }

  private static func worstObjective(of model: OptionModel, reach: [Int128]) -> Int128 {
    var worst: Int128 = 0
    for level in 0..<model.levelCount {
      worst += Int128(model.constants[level].magnitude)
      for group in 0..<model.groupCount {
        worst += Int128(
          model.options(ofGroup: group).map { model.cost(ofOption: $0, level: level) }.max() ?? 0)
      }
    }
    for (resource, reach) in zip(model.resources, reach) {
      for segment in resource.price {
        worst += Int128(segment.rate) * (reach + Int128(segment.threshold.magnitude))
      }
    }
    return worst
  }
}
