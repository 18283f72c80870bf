import OptionModel

/// A small seeded model with every kind of resource, and its optimum by enumeration.
struct RandomModel {
  var groups = 2...6
  var options = 1...4
  var resources = 1...5
  var seed: UInt64
  /// Multiplies consumptions, limits and thresholds, and divides rates: the same model in smaller quanta.
  var quantum: Int64 = 1
  var levels = 1

  func build() throws -> OptionModel {
    var random = TestGenerator(seed)
    var builder = OptionModelBuilder(levelCount: levels)
    let resourceCount = Int.random(in: resources, using: &random)
    builder.addConstant(Int64.random(in: -3...3, using: &random) * 1_000_000)
    for _ in 0..<resourceCount { builder.addResource(resource(using: &random)) }
    for _ in 0..<Int.random(in: groups, using: &random) {
      builder.beginGroup()
      for _ in 0..<Int.random(in: options, using: &random) {
        builder.addOption(cost: Int64.random(in: 0...20, using: &random) * 500_000)
        for level in 1..<max(1, levels) {
          builder.setCost(Int64.random(in: 0...20, using: &random) * 500_000, level: level)
        }
        for resource in 0..<resourceCount where Int.random(in: 0..<3, using: &random) > 0 {
          builder.consume(Int64.random(in: -5...12, using: &random) * quantum, of: resource)
        }
      }
    }
    return try builder.build()
  }

  /// Hard lower, upper or both, and up to four segments, which overlap where an under segment starts above an over
  /// segment: then part of the price is a constant.
  private func resource(using random: inout TestGenerator) -> Resource {
    var resource = Resource()
    let center = Int64.random(in: -5...25, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: resource.upper = center * quantum
    case 1: resource.lower = (center - 15) * quantum
    case 2:
      resource.lower = (center - Int64.random(in: 0...9, using: &random)) * quantum
      resource.upper = center * quantum
    default: break
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let side: PriceSegment.Side = Bool.random(using: &random) ? .over : .under
      let threshold = Int64.random(in: -10...30, using: &random) * quantum
      resource.price.append(
        PriceSegment(side, threshold, rate: Int64.random(in: 0...8, using: &random) * 262_144 / quantum))
    }
    if levels > 1 { resource.level = Int32.random(in: 0..<Int32(levels), using: &random) }
    return resource
  }
}

/// Tries every selection.
enum BruteForce {
  static func optimum(of model: OptionModel) -> Int64? {
    var best: Int64?
    forEachFeasible(in: model) { selection in
      let objective = model.objective(of: selection)
      best = min(best ?? objective, objective)
    }
    return best
  }

  /// The objectives by level of a selection that no other beats lexicographically.
  static func lexicographicOptimum(of model: OptionModel) -> [Int64]? {
    var best: [Int64]?
    forEachFeasible(in: model) { selection in
      let objectives = model.objectives(of: selection)
      if best.map({ objectives.lexicographicallyPrecedes($0) }) ?? true { best = objectives }
    }
    return best
  }

  static func forEachFeasible(in model: OptionModel, _ body: (Selection) -> Void) {
    var selection = Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
    repeat {
      if model.violations(of: selection).isEmpty { body(selection) }
    } while advance(&selection, in: model)
  }

  /// Counts up like an odometer; `false` after the last selection.
  private static func advance(_ selection: inout Selection, in model: OptionModel) -> Bool {
    for group in 0..<model.groupCount {
      let options = model.options(ofGroup: group)
      if selection[group] + 1 < options.upperBound {
        selection[group] += 1
        return true
      }
      selection[group] = options.lowerBound
    }
    return false
  }
}
