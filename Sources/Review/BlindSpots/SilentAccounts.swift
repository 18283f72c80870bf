import PlanDocument
import Portfolio

/// Silence, read with the data there is: growing, leaving, or not to be told without asking.
struct SilentAccounts: ReviewRule {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.compactMap { account in
      switch account.silence {
      case .leaving: finding(account, .leaving, .callSponsor, view, maker)
      case .healthy: finding(account, .healthy, .shortCheck, view, maker)
      case .unknown: finding(account, .unknown, .askData, view, maker)
      case nil: nil
      }
    }
  }

  private func finding(
    _ account: AccountView, _ cause: ReviewCause, _ action: ReviewFinding.Action, _ view: PortfolioView,
    _ maker: FindingMaker
  ) -> ReviewFinding {
    let facts = account.account
    var usage: Int64?
    if case .change(let value) = facts.usageTrend { usage = value }
    let numbers = [
      ReviewNumber(.daysSinceTouch, account.daysSinceTouch.map(Int64.init)), ReviewNumber(.usageTrend, usage),
      ReviewNumber(.health, facts.health.map(Int64.init)), ReviewNumber(.badSigns, Int64(account.signs.bad)),
      ReviewNumber(.goodSigns, Int64(account.signs.good)), ReviewNumber(.arr, account.arr),
    ]
    let renewal = facts.renewalDate.flatMap { $0 >= view.asOf ? $0 : nil }
    return maker.finding(.silent, cause, account, numbers, action, until: renewal)
  }
}
