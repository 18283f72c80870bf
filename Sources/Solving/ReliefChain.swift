/// One group leaves a broken limit; of what that breaks, the next is relieved in turn, and so on until the whole is worth
/// it. Unlike `EjectionChains`, which follow places, these follow the limits themselves: over weeks the one that is broken
/// is often that of a single week of whoever hands over.
struct ReliefChain {
  private static let longest = 6
  private static let mostUsers = 20

  private var moves: [LimitRelief.Move] = []

  /// Carries out a chain that adds at most `allowed` micropoints, or nothing.
  mutating func run(
    _ state: inout AnnealingState, relieving resource: Int, by relief: inout LimitRelief, allowed: Double,
    generator: inout SeededGenerator
  ) {
    moves.removeAll(keepingCapacity: true)
    var total = 0.0
    var broken: Int? = resource
    while let target = broken, moves.count < Self.longest {
      let found = relief.cheapest(of: target, in: state, most: Self.mostUsers, generator: &generator) { group in
        moves.contains { $0.group == group }
      }
      guard let found else { break }
      state.carryOut(found)
      moves.append(found)
      total += found.change
      if total <= allowed { return }
      broken = dearest(in: state, of: found.new) ?? (state.violation(of: resource) > 0 ? resource : nil)
    }
    for move in moves.reversed() { state.takeBack(move) }
  }

  /// The broken limit with the highest penalty among those that an option consumes.
  private func dearest(in state: AnnealingState, of option: Int) -> Int? {
    var (found, highest): (Int?, Double) = (nil, 0)
    for entry in state.entryRange(of: option) {
      let resource = Int(state.entries[entry].resource)
      let penalty = state.violation(of: resource) * state.resources[resource].weight
      if penalty > highest { (found, highest) = (resource, penalty) }
    }
    return found
  }
}
