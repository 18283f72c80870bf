import OptionModel

@testable import Solving

/// Accounts that fit any of several agents with a hard capacity; deterministic.
enum ToyModels {
  static func packing(groups: Int, agents: Int, capacity: Int64, overload: Int64 = 0) throws -> OptionModel {
    var builder = OptionModelBuilder()
    for _ in 0..<agents {
      builder.addResource(
        Resource(upper: capacity, price: [PriceSegment(.over, capacity / 2, rate: overload)]))
    }
    for group in 0..<groups {
      builder.beginGroup()
      for agent in 0..<agents {
        builder.addOption(cost: Int64((group * 7 + agent * 13) % 11) * 1_000_000)
        builder.consume(Int64(10 + (group * 5) % 17), of: agent)
      }
    }
    return try builder.build()
  }

  /// Random: resources with upper limits, lower limits, prices on either side or both, and signed consumptions. The
  /// limits hold for one hidden selection with so much to spare.
  static func mixed(groups: Int, options: Int, seed: UInt64, slack: Int64 = 3) throws -> OptionModel {
    var random = SeededGenerator(seed: seed)
    let kinds = 6
    let amounts: [[Int64]] = (0..<(groups * options)).map { _ in
      (0..<kinds).map { _ in random.index(below: 2) == 0 ? 0 : Int64(random.index(below: 24)) - 4 }
    }
    let hidden = (0..<groups).map { $0 * options + random.index(below: options) }
    let loads = (0..<kinds).map { kind in hidden.reduce(Int64(0)) { $0 + amounts[$1][kind] } }
    var builder = OptionModelBuilder()
    let prices = [PriceSegment(.over, loads[4], rate: 700), PriceSegment(.under, loads[4], rate: 300)]
    builder.addResource(Resource(upper: loads[0] + slack))
    builder.addResource(Resource(lower: loads[1] - slack))
    builder.addResource(Resource(lower: loads[2] - slack, upper: loads[2] + slack))
    builder.addResource(Resource(upper: loads[3] + slack, price: [PriceSegment(.over, loads[3] / 2, rate: 500)]))
    builder.addResource(Resource(price: prices))
    builder.addResource(Resource(upper: max(1, loads[5]), price: [PriceSegment(.under, loads[5], rate: 90)]))
    for group in 0..<groups {
      builder.beginGroup()
      for option in 0..<options {
        builder.addOption(cost: Int64(random.index(below: 9_000)))
        for (kind, amount) in amounts[group * options + option].enumerated() where amount != 0 {
          builder.consume(amount, of: kind)
        }
      }
    }
    return try builder.build()
  }

  static func firstOptions(of model: OptionModel) -> Selection {
    Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
  }
}
