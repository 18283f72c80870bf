/// Moves of several groups: one goes where there is no room, then of the groups there the one that leaves most cheaply,
/// and so on until the whole is worth it (Yagiura, Ibaraki and Glover 2004).
struct EjectionChains {
  private struct Link {
    let group: Int
    let old: Int
    let new: Int
  }

  private static let longest = 6
  /// Looking at all groups of a large book would cost more than it finds.
  private static let mostLeavers = 100

  private var links: [Link] = []

  /// Carries out a chain that begins with one shift and adds at most `allowed` micropoints, or nothing.
  mutating func run(
    _ state: inout AnnealingState, from group: Int, to new: Int, allowed: Double, generator: inout SeededGenerator
  ) {
    links.removeAll(keepingCapacity: true)
    var total = add(group, to: new, in: &state)
    var site = state.options[new].site
    while total > allowed, links.count < Self.longest, site >= 0 {
      guard let next = cheapestLeaver(of: site, in: state, generator: &generator) else { break }
      total += add(next.group, to: next.option, in: &state)
      let other = state.options[next.option].site
      if state.violation(of: Int(site)) <= 0, other >= 0 { site = other }
    }
    guard total > allowed else { return }
    for link in links.reversed() { move(link.group, from: link.new, to: link.old, in: &state) }
  }

  private mutating func add(_ group: Int, to new: Int, in state: inout AnnealingState) -> Double {
    let old = Int(state.chosen[group])
    links.append(Link(group: group, old: old, new: new))
    return move(group, from: old, to: new, in: &state)
  }

  @discardableResult
  private func move(_ group: Int, from old: Int, to new: Int, in state: inout AnnealingState) -> Double {
    let change = state.change(from: old, to: new)
    state.moveLoads(from: old, to: new)
    state.settle(group, from: old, to: new, change: change)
    return change
  }

  private func cheapestLeaver(
    of site: Int32, in state: AnnealingState, generator: inout SeededGenerator
  ) -> (group: Int, option: Int)? {
    let count = state.members.count(at: site)
    let first = generator.index(below: max(1, count))
    var best: (group: Int, option: Int)?
    var least = Double.infinity
    for offset in 0..<min(count, Self.mostLeavers) {
      let group = state.members.group((first + offset) % count, at: site)
      guard !links.contains(where: { $0.group == group }) else { continue }
      let old = Int(state.chosen[group])
      for option in state.model.options(of: group) where option != old {
        let change = state.change(from: old, to: option)
        if change < least { (least, best) = (change, (group, option)) }
      }
    }
    return best
  }
}
