import Portfolio

extension Rederivation {
  /// `hours/ANN/2`, `family-split/A17/ANN`: kind, then ids, then period.
  func name(of key: ResourceKey) -> String {
    switch key {
    case .hours(let csm, let period): "hours/\(csmID(csm))/\(period)"
    case .balanceHours(let csm): "balance-hours/\(csmID(csm))"
    case .balanceARR(let csm): "balance-arr/\(csmID(csm))"
    case .bookAccounts(let csm): "book-accounts/\(csmID(csm))"
    case .bookStrategic(let csm): "book-strategic/\(csmID(csm))"
    case .bookAtRisk(let csm): "book-at-risk/\(csmID(csm))"
    case .bookARR(let csm): "book-arr/\(csmID(csm))"
    case .bookSegment(let csm, let limit): "book-segment/\(csmID(csm))/\(limit)"
    case .slotsIn(let csm, let period): "slots-in/\(csmID(csm))/\(period)"
    case .slotsOut(let csm, let period): "slots-out/\(csmID(csm))/\(period)"
    case .slotsTeam(let team, let period):
      "slots-team/\(teams.indices.contains(Int(team)) ? teams[Int(team)] : "#\(team)")/\(period)"
    case .transitionARR(let period): "transition-arr/\(period)"
    case .moveCount: "move-count"
    case .moveARR: "move-arr"
    case .familySplit(let account, let csm): "family-split/\(accountID(account))/\(csmID(csm))"
    }
  }

  // Keys may come from a faulty model, so that indices are not to be trusted.
  private func csmID(_ index: Int32) -> String {
    csms.indices.contains(Int(index)) ? csms[Int(index)].id : "#\(index)"
  }

  private func accountID(_ index: Int32) -> String {
    accounts.indices.contains(Int(index)) ? accounts[Int(index)].id : "#\(index)"
  }
}

extension Rederivation {
  /// The ids of the members.
  func name(of group: RederivedGroup) -> String {
    group.members.map { accounts[$0].id }.joined(separator: "+")
  }

  /// `handoff to ANN in period 1`.
  func name(of option: PlannedOption) -> String {
    switch option.kind {
    case .stay: "stay"
    case .unassigned: "unassigned"
    case .handoff: "handoff to \(csmID(option.csm)) in period \(option.period)"
    case .assign: "assign to \(csmID(option.csm)) in period \(option.period)"
    case .cover: "cover by \(csmID(option.csm))"
    }
  }

  /// The id of a moment as plans name it; `nil` where none is needed.
  func momentID(of option: PlannedOption) -> String? {
    guard option.kind == .handoff else { return nil }
    if option.moment == PlannedOption.forcedMoment { return RuleID.departure.rawValue }
    return option.moment >= 0 ? policy.handoffs.moments[Int(option.moment)].id : nil
  }
}
