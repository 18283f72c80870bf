import OptionModel

/// A seeded model of the shape Ballast compiles: accounts that stay or move to another agent in one of three
/// periods, loads with convex overload prices and a balance price, handoff slots, a move budget. Two agents in five
/// are the better choice for most accounts, so they are contended.
struct ContendedModel {
  var accounts = 160
  var agents = 8
  var periods = 3
  var seed: UInt64 = 1
  /// Without them staying is always feasible.
  var hasHardCaps = true

  private static let point: Int64 = 1_000_000

  func build() throws -> OptionModel { try buildWithStays().model }

  /// The model and the selection in which every account stays.
  func buildWithStays() throws -> (model: OptionModel, stays: Selection) {
    var random = TestGenerator(seed)
    let efforts = (0..<accounts).map { _ in Int64.random(in: 120...1_800, using: &random) }
    let owners = (0..<accounts).map { _ in Int.random(in: 0..<agents, using: &random) }
    var builder = OptionModelBuilder()
    addLoads(to: &builder, average: efforts.reduce(0, +) / Int64(agents))
    addSlots(to: &builder)
    var stays: [Int32] = []
    for account in 0..<accounts {
      builder.beginGroup()
      stays.append(Int32(builder.optionCount))
      addOptions(
        to: &builder, effort: efforts[account], owner: owners[account],
        fits: fits(using: &random, effort: efforts[account]))
    }
    return (try builder.build(), Selection(stays))
  }

  private func load(_ agent: Int, _ period: Int) -> Int { agent * periods + period }
  private func slot(_ agent: Int, _ period: Int) -> Int { agents * periods + load(agent, period) }
  private var budget: Int { 2 * agents * periods }

  private func addLoads(to builder: inout OptionModelBuilder, average: Int64) {
    for agent in 0..<agents {
      let capacity = average * Int64(85 + 5 * (agent % 6)) / 100
      for _ in 0..<periods {
        builder.addResource(
          Resource(
            upper: hasHardCaps ? capacity * 13 / 10 : nil,
            price: [
              PriceSegment(.over, capacity * 9 / 10, rate: 2_000),
              PriceSegment(.over, capacity, rate: 12_000),
              PriceSegment(.over, capacity * 11 / 10, rate: 40_000),
              PriceSegment(.over, average, rate: 1_500),
              PriceSegment(.under, average, rate: 1_500),
            ]))
      }
    }
  }

  private func addSlots(to builder: inout OptionModelBuilder) {
    for _ in 0..<(agents * periods) {
      builder.addResource(Resource(upper: Int64(max(2, accounts / agents / 6))))
    }
    builder.addResource(
      Resource(upper: Int64(accounts / 3), price: [PriceSegment(.over, Int64(accounts / 5), rate: 400_000)]))
  }

  private func fits(using random: inout TestGenerator, effort: Int64) -> [Int64] {
    (0..<agents).map { agent in
      let base = Int64.random(in: 0...9_000_000, using: &random)
      let isSoughtAfter = agent % 5 < 2
      return (isSoughtAfter ? base / 3 : base + Self.point) * (600 + effort) / 1_200
    }
  }

  private func addOptions(to builder: inout OptionModelBuilder, effort: Int64, owner: Int, fits: [Int64]) {
    builder.addOption(cost: fits[owner] * Int64(periods))
    for period in 0..<periods { builder.consume(effort, of: load(owner, period)) }
    for agent in 0..<agents where agent != owner {
      for start in 0..<periods {
        let before = Int64(start)
        let cost = fits[owner] * before + fits[agent] * (Int64(periods) - before)
        builder.addOption(cost: cost + 2 * Self.point + effort * 1_000)
        for period in 0..<periods {
          builder.consume(effort, of: load(period < start ? owner : agent, period))
        }
        // The handover itself costs both sides time.
        builder.consume(effort / 8, of: load(owner, start))
        builder.consume(effort / 4, of: load(agent, start))
        builder.consume(1, of: slot(agent, start))
        builder.consume(1, of: budget)
      }
    }
  }
}
