import OptionModel

@testable import Solving

/// Small seeded books over weeks in which nearly everything is at its limit: one person leaves, one account has nobody, and
/// whoever hands over does more in that week.
struct WeeklyToy {
  private static let people = 3
  private static let weeks = 3
  private static let accounts = 5
  private static let leaver = 0

  let model: OptionModel

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let efforts = (0..<Self.accounts).map { _ in Int64(2 + random.index(below: 5)) }
    // The first account is the leaver's, the last one nobody's.
    let owners: [Int?] = (0..<Self.accounts).map {
      $0 == 0 ? Self.leaver : $0 == Self.accounts - 1 ? nil : 1 + random.index(below: Self.people - 1)
    }
    var builder = OptionModelBuilder()
    for person in 0..<Self.people {
      let book = zip(owners, efforts).reduce(Int64(0)) { $0 + ($1.0 == person ? $1.1 : 0) }
      let room = Int64(random.index(below: 7))
      for week in 0..<Self.weeks {
        let isGone = person == Self.leaver && week == Self.weeks - 1
        builder.addResource(
          Resource(upper: isGone ? 0 : book + room, price: [PriceSegment(.over, book, rate: 1_000)]))
      }
    }
    for (owner, effort) in zip(owners, efforts) {
      builder.beginGroup()
      Self.addStay(owner, effort: effort, to: &builder)
      for person in 0..<Self.people where person != owner && person != Self.leaver {
        for week in 0..<Self.weeks {
          let cost = Int64(1_000 * (1 + random.index(below: 9)))
          Self.addMove(from: owner, to: person, in: week, effort: effort, cost: cost, to: &builder)
        }
      }
    }
    model = try builder.build()
  }

  private static func addStay(_ owner: Int?, effort: Int64, to builder: inout OptionModelBuilder) {
    builder.addOption(cost: owner == nil ? 5_000_000 : 0)
    guard let owner else { return }
    for week in 0..<weeks { builder.consume(effort, of: owner * weeks + week) }
  }

  private static func addMove(
    from owner: Int?, to person: Int, in start: Int, effort: Int64, cost: Int64, to builder: inout OptionModelBuilder
  ) {
    builder.addOption(cost: cost)
    for week in 0..<weeks {
      if let owner, week <= start { builder.consume(effort + (week == start ? 1 : 0), of: owner * weeks + week) }
      if week >= start { builder.consume(effort + (week == start ? 1 : 0), of: person * weeks + week) }
    }
  }

  /// The least objective by enumeration; `nil` where every selection breaks a limit.
  var optimum: Int64? {
    var best: Int64?
    var selection = ToyModels.firstOptions(of: model)
    func visit(_ group: Int) {
      guard group < model.groupCount else {
        let objective = model.objective(of: selection)
        if objective < best ?? .max, model.violations(of: selection).isEmpty { best = objective }
        return
      }
      for option in model.options(ofGroup: group) {
        selection[group] = option
        visit(group + 1)
      }
    }
    visit(0)
    return best
  }
}
