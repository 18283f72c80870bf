import PlanDocument
import Portfolio

/// Accounts whose service costs more than they bring, with the hours a pool would free.
struct HeadspaceRule: ReviewRule {
  /// Minutes a month that a pool would not need; none where the account is in one.
  static func minutesFreed(_ account: AccountView, _ view: PortfolioView) -> Int64 {
    if view.csm(account)?.kind == .pool { return 0 }
    let minutes = account.minutesGiven ?? account.minutesCalled
    return max(0, minutes * (100 - view.policy.capacity.poolEffort) / 100)
  }

  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.compactMap { account in
      guard let profit = account.profit, profit < 0 else { return nil }
      let freed = HeadspaceRule.minutesFreed(account, view)
      let isCandidate = account.service.pool && !account.account.escalationOpen && freed > 0
      let numbers = [
        ReviewNumber(.serviceCost, account.serviceCost), ReviewNumber(.arr, account.arr),
        ReviewNumber(.profit, profit), ReviewNumber(.minutesFreed, freed),
        ReviewNumber(.lifetimeValue, account.lifetimeValue),
      ]
      return maker.finding(
        .headspace, .costsMore, account, numbers, isCandidate ? .toPool : .lookAt, handoff: isCandidate ? .yes : .no,
        weight: -profit)
    }
  }
}
