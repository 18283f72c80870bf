import Portfolio

/// Section "Resources and consumptions": what is inherited.
extension Rederivation {
  /// Loads when what has begun goes on, every other settled account stays and every departing one ends unassigned.
  func inheritedLoads() -> [ResourceKey: Int64] {
    var inherited: [ResourceKey: Int64] = [:]
    let underWay = groups.compactMap { group in begun(group).map { (group: group, option: $0) } }
    for (group, option) in underWay {
      inherited.merge(consumptions(of: option, group: group), uniquingKeysWith: +)
    }
    let onTheirWay = Set(underWay.flatMap(\.group.members))
    for account in accounts.indices where standings[account] != .orphan && !onTheirWay.contains(account) {
      let kind: PlannedOption.Kind = standings[account] == .settled ? .stay : .unassigned
      let single = RederivedGroup(members: [account], anchor: nil)
      inherited.merge(consumptions(of: PlannedOption(kind), group: single), uniquingKeysWith: +)
    }
    return inherited
  }

  func inheritedOverloads() -> Set<ResourceKey> {
    Set(
      inheritedLoads().compactMap { key, load in
        guard case .hours(let csm, let period) = key, Int(period) < calendar.periodCount else { return nil }
        return load > capacities[Int(csm)][Int(period)] * policy.capacity.hard / 100 ? key : nil
      })
  }
}
