extension OptionModel {
  /// One level of the objective as a model of its own: the same choices and limits, only the costs and prices of that
  /// level. O(options + resources).
  package func onlyLevel(_ level: Int) -> OptionModel {
    OptionModel(
      levelCount: 1, constants: [constants[level]], groupStarts: groupStarts, costs: costs(ofLevel: level),
      consumptions: consumptions,
      resources: resources.map { resource in
        Resource(
          lower: resource.lower, upper: resource.upper, price: Int(resource.level) == level ? resource.price : [])
      })
  }

  /// The cap that holds a level of the objective at a value in micropoints. O(options + resources).
  package func cap(onLevel level: Int, at value: Int64) -> CostCap {
    CostCap(
      upper: value - constants[level], costs: costs(ofLevel: level),
      prices: resources.map { Int($0.level) == level ? $0.price : [] })
  }

  /// The objective of a model with one level times `weight`, plus every cap's costs and prices times its own: what is
  /// least under it is least under the objective among all that charges no more under the caps.
  ///
  /// O(size of the model). Throws when the sums could leave the 64-bit range.
  package func scalarised(
    weight: Int64, caps: [(cap: CostCap, weight: Int64)]
  ) throws(InvalidOptionModel) -> OptionModel {
    var sums = ExactSums()
    let caps = caps.filter { $0.weight != 0 }
    let costs = (0..<optionCount).map { option in
      caps.reduce(sums.product(weight, cost(ofOption: option))) { total, term in
        sums.sum(total, sums.product(term.weight, term.cap.costs[option]))
      }
    }
    let resources = resources.enumerated().map { index, resource in
      var price = weight == 0 ? [] : resource.price.map { sums.scaled($0, weight) }
      for term in caps { price += term.cap.prices[index].map { sums.scaled($0, term.weight) } }
      return Resource(lower: resource.lower, upper: resource.upper, price: price)
    }
    let model = OptionModel(
      levelCount: 1, constants: [sums.product(weight, constants[0])], groupStarts: groupStarts, costs: costs,
      consumptions: consumptions, resources: resources)
    let problems = (sums.isExact ? [] : [.objectiveTooLarge]) + OptionModelValidation.problems(in: model)
    if !problems.isEmpty { throw InvalidOptionModel(problems: problems) }
    return model
  }

  private func costs(ofLevel level: Int) -> [Int64] {
    levelCount == 1 ? costs : Array(costs[level * optionCount..<(level + 1) * optionCount])
  }
}

/// Sums and products that remember whether one of them left the 64-bit range.
private struct ExactSums {
  private(set) var isExact = true

  mutating func product(_ first: Int64, _ second: Int64) -> Int64 {
    let (value, overflow) = first.multipliedReportingOverflow(by: second)
    if overflow { isExact = false }
    return overflow ? 0 : value
  }

  mutating func sum(_ first: Int64, _ second: Int64) -> Int64 {
    let (value, overflow) = first.addingReportingOverflow(second)
    if overflow { isExact = false }
    return overflow ? 0 : value
  }

  mutating func scaled(_ segment: PriceSegment, _ weight: Int64) -> PriceSegment {
    PriceSegment(segment.side, segment.threshold, rate: product(segment.rate, weight))
  }
}
