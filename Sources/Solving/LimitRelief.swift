/// Finds the cheapest way for one group to bring a broken resource closer to its limits.
struct LimitRelief {
  struct Move {
    let group: Int
    let old: Int
    let new: Int
    /// What it adds to costs and penalties, in micropoints.
    let change: Double
  }

  private let users: ResourceUsers
  private(set) var evaluations: Int64 = 0

  init(_ model: AnnealingModel) { users = ResourceUsers(model) }

  /// Looks at no more than `most` of the groups that load the resource, from a random one on. Passes over groups for which
  /// `rests` says so. O(`most` times options of a group), and the groups that use the resource.
  mutating func cheapest(
    of resource: Int, in state: AnnealingState, most: Int, generator: inout SeededGenerator, rests: (Int) -> Bool
  ) -> Move? {
    let count = users.count(of: resource)
    guard count > 0 else { return nil }
    let isOver = state.resources[resource].load > state.resources[resource].upper
    let begin = generator.index(below: count)
    var best: Move?
    var seen = 0
    for offset in 0..<count {
      let group = users.group((begin + offset) % count, of: resource)
      let old = Int(state.chosen[group])
      let amount = state.amount(of: resource, in: old)
      guard !rests(group), !isOver || amount > 0 else { continue }
      for option in state.model.options(of: group) where option != old {
        let other = state.amount(of: resource, in: option)
        guard isOver ? other < amount : other > amount else { continue }
        evaluations += 1
        let change = state.change(from: old, to: option)
        if change < best?.change ?? .infinity { best = Move(group: group, old: old, new: option, change: change) }
      }
      seen += 1
      if seen == most { break }
    }
    return best
  }
}

extension AnnealingModel {
  /// No penalty need be higher: one quantum outside costs as much as the dearest option of any group above its cheapest.
  var highestPenalty: Double {
    Double((0..<Int(starts[groupCount])).reduce(Float(1)) { max($0, options[$1].reducedCost) })
  }
}

extension AnnealingState {
  mutating func carryOut(_ move: LimitRelief.Move) {
    moveLoads(from: move.old, to: move.new)
    settle(move.group, from: move.old, to: move.new, change: move.change)
  }

  mutating func takeBack(_ move: LimitRelief.Move) {
    moveLoads(from: move.new, to: move.old)
    settle(move.group, from: move.new, to: move.old, change: -move.change)
  }
}
