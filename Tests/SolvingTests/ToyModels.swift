import OptionModel

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

  static func firstOptions(of model: OptionModel) -> Selection {
    Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
  }
}
