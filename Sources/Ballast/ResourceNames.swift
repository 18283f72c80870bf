import Portfolio

/// Stable names of resources in `plan.json`, made of ids: `hours/ANN/2`.
struct ResourceNames {
  let portfolio: Portfolio

  func name(of key: ResourceKey) -> String {
    switch key {
    case .hours(let csm, let period): "hours/\(id(csm))/\(period)"
    case .balanceHours(let csm): "balance-hours/\(id(csm))"
    case .balanceARR(let csm): "balance-arr/\(id(csm))"
    case .bookAccounts(let csm): "book-accounts/\(id(csm))"
    case .bookStrategic(let csm): "book-strategic/\(id(csm))"
    case .bookAtRisk(let csm): "book-at-risk/\(id(csm))"
    case .bookARR(let csm): "book-arr/\(id(csm))"
    case .bookSegment(let csm, let limit): "book-segment/\(id(csm))/\(limit)"
    case .slotsIn(let csm, let period): "slots-in/\(id(csm))/\(period)"
    case .slotsOut(let csm, let period): "slots-out/\(id(csm))/\(period)"
    case .slotsTeam(let team, let period): "slots-team/\(portfolio.teams[Int(team)])/\(period)"
    case .transitionARR(let period): "transition-arr/\(period)"
    case .moveCount: "move-count"
    case .moveARR: "move-arr"
    case .familySplit(let account, let csm): "family-split/\(portfolio.accounts[Int(account)].id)/\(id(csm))"
    }
  }

  private func id(_ csm: Int32) -> String { portfolio.csms[Int(csm)].id }
}
