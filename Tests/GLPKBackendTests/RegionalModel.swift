import OptionModel

/// A small seeded model of regions: every group chooses among the resources of its region, of every kind; a budget joins
/// all regions, and some groups have a far-fetched option in another one.
struct RegionalModel {
  var regions = 3
  var groupsPerRegion = 3
  var hasBudget = true
  var hasLinks = true
  var seed: UInt64

  func build() throws -> OptionModel {
    var random = TestGenerator(seed)
    var builder = OptionModelBuilder()
    builder.addConstant(Int64.random(in: -3...3, using: &random) * 1_000_000)
    let people = (0..<regions).map { _ in (0..<2).map { builder.addResource(person($0, using: &random)) } }
    let team = (0..<regions).map { _ in
      builder.addResource(Resource(lower: -2, price: [PriceSegment(.over, 3, rate: 700_000)]))
    }
    let budget = builder.addResource(Resource(upper: hasBudget ? Int64(regions) : nil))
    for region in 0..<regions {
      for group in 0..<groupsPerRegion {
        builder.beginGroup()
        builder.addOption(cost: 20_000_000)
        let amount = Int64.random(in: 3...9, using: &random)
        for person in people[region] {
          builder.addOption(cost: Int64.random(in: 0...20, using: &random) * 500_000)
          builder.consume(amount, of: person)
          builder.consume(Int64.random(in: -1...2, using: &random), of: team[region])
          if Int.random(in: 0..<3, using: &random) > 0 { builder.consume(1, of: budget) }
        }
        guard hasLinks, group == 0 else { continue }
        builder.addOption(cost: 900_000_000)
        builder.consume(amount, of: people[(region + 1) % regions][0])
      }
    }
    return try builder.build()
  }

  private func person(_ rank: Int, using random: inout TestGenerator) -> Resource {
    let target = Int64.random(in: 5...12, using: &random)
    let price = [
      PriceSegment(.under, target, rate: Int64.random(in: 0...4, using: &random) * 262_144),
      PriceSegment(.over, target, rate: Int64.random(in: 1...8, using: &random) * 262_144),
    ]
    return Resource(upper: rank == 0 ? target + Int64.random(in: 0...6, using: &random) : nil, price: price)
  }
}
