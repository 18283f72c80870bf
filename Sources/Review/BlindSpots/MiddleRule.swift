import PlanDocument
import Portfolio

/// The middle of the portfolio: neither large nor small, neither red nor green. Who drifts there is nobody's first thought.
struct MiddleRule: ReviewRule {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.compactMap { account in
      guard account.isMiddle, isNeitherRedNorGreen(account, view) else { return nil }
      let facts = account.account
      let limit = view.review.trendAtLeast
      let falls = facts.usageTrend?.isFalling(by: limit) == true || facts.healthTrend?.isFalling(by: limit) == true
      if falls { return finding(account, .middleFalling, .callSponsor, maker) }
      return account.isOverdue ? finding(account, .middleUnseen, .getInTouch, maker) : nil
    }
  }

  private func isNeitherRedNorGreen(_ account: AccountView, _ view: PortfolioView) -> Bool {
    guard !account.account.escalationOpen, account.account.relationship != .atRisk else { return false }
    return account.account.health.map { $0 >= view.effort.lowHealth && $0 < view.review.goodHealth } ?? true
  }

  private func finding(
    _ account: AccountView, _ cause: ReviewCause, _ action: ReviewFinding.Action, _ maker: FindingMaker
  ) -> ReviewFinding {
    let numbers = [
      ReviewNumber(.arr, account.arr), ReviewNumber(.health, account.account.health.map(Int64.init)),
      ReviewNumber(.daysSinceTouch, account.daysSinceTouch.map(Int64.init)),
    ]
    return maker.finding(.middle, cause, account, numbers, action)
  }
}
