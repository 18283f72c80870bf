import OptionModel

/// Random models small enough to enumerate: every kind of limit and price, signed consumptions, fixed amounts.
enum SmallModels {
  static func random(seed: UInt64) throws -> OptionModel {
    var random = SeededGenerator(seed: seed)
    var builder = OptionModelBuilder()
    let resourceCount = Int.random(in: 1...4, using: &random)
    for _ in 0..<resourceCount { builder.addResource(resource(using: &random)) }
    if Bool.random(using: &random) { builder.addConstant(Int64.random(in: -50...50, using: &random)) }
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      builder.beginGroup()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        builder.addOption(cost: Int64.random(in: 0...100, using: &random))
        for resource in 0..<resourceCount where Int.random(in: 0..<3, using: &random) > 0 {
          builder.consume(Int64.random(in: -6...12, using: &random), of: resource)
        }
      }
    }
    return try builder.build()
  }

  private static func resource(using random: inout SeededGenerator) -> Resource {
    var resource = Resource()
    if Int.random(in: 0..<3, using: &random) == 0 {
      resource.upper = Int64.random(in: 5...30, using: &random)
    }
    if Int.random(in: 0..<5, using: &random) == 0 {
      resource.lower = Int64.random(in: -10...5, using: &random)
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let side: PriceSegment.Side = Bool.random(using: &random) ? .over : .under
      let threshold = Int64.random(in: -10...30, using: &random)
      resource.price.append(PriceSegment(side, threshold, rate: Int64.random(in: 0...9, using: &random)))
    }
    return resource
  }

  /// The least objective of a feasible selection; `nil` when there is none.
  static func optimum(of model: OptionModel) -> Int64? {
    var best: Int64?
    var selection = Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
    while true {
      if model.violations(of: selection).isEmpty {
        let objective = model.objective(of: selection)
        best = min(best ?? objective, objective)
      }
      guard let group = advance(&selection, model) else { return best }
      for earlier in 0..<group { selection[earlier] = model.options(ofGroup: earlier).lowerBound }
    }
  }

  /// Counts up like an odometer; returns the wheel that moved.
  private static func advance(_ selection: inout Selection, _ model: OptionModel) -> Int? {
    for group in 0..<model.groupCount where selection[group] + 1 < model.options(ofGroup: group).upperBound {
      selection[group] += 1
      return group
    }
    return nil
  }
}
