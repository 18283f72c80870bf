import Portfolio

/// Section "Resources and consumptions": slots of teams and ARR in transition.
extension Rederivation {
  func addTransition(
    of option: PlannedOption, group: RederivedGroup, to sums: inout [ResourceKey: Int64]
  ) {
    guard option.kind != .stay, option.kind != .unassigned else { return }
    if !hasBegun(option) {
      for team in teamsTakingPart(option, group) {
        sums[.slotsTeam(team: team, period: option.period), default: 0] += 1
      }
    }
    guard option.kind == .handoff else { return }
    let transition = DateRange(option.start, through: option.effective)
    for account in moving(group.members, to: Int(option.csm)) {
      for period in 0..<calendar.periodCount {
        let days = DateRange(calendar.starts[period], through: calendar.starts[period + 1].adding(days: -1))
        guard days.overlaps(transition) else { continue }
        sums[.transitionARR(period: Int16(period)), default: 0] += arrThousands(account)
      }
    }
  }

  /// That of the receiver once, and for each giver who stays that of the giver, where it is another one.
  private func teamsTakingPart(_ option: PlannedOption, _ group: RederivedGroup) -> [Int32] {
    func team(_ csm: Int) -> Int32? { csms[csm].team.flatMap { teams.firstIndex(of: $0) }.map { Int32($0) } }
    let receiving = team(Int(option.csm))
    var taking = [receiving].compactMap { $0 }
    guard option.kind != .assign else { return taking }
    for giver in Set(moving(group.members, to: Int(option.csm)).compactMap { incumbents[$0] }) where !isDeparting[giver]
    {
      if let giving = team(giver), giving != receiving { taking.append(giving) }
    }
    return taking
  }
}
