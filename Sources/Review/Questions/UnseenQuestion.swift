import PlanDocument
import Portfolio

/// The third question: who has not been looked at for longer than the cadence of the posture, or never.
struct UnseenQuestion: ReviewRule {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    guard view.knowsTouches else { return [] }
    return view.accounts.compactMap { account in
      guard account.isOverdue || account.daysSinceTouch == nil else { return nil }
      let numbers = [
        ReviewNumber(.daysSinceTouch, account.daysSinceTouch.map(Int64.init)),
        ReviewNumber(.cadenceDays, Int64(account.service.cadenceDays)), ReviewNumber(.arr, account.arr),
      ]
      let renewal = account.account.renewalDate.flatMap { $0 >= view.asOf ? $0 : nil }
      return maker.finding(
        .unseen, account.daysSinceTouch == nil ? .neverSeen : .overdue, account, numbers, .getInTouch, until: renewal,
        weight: weight(account))
    }
  }

  /// ARR times how often the cadence has passed; once where no touch is recorded, because nobody knows how often.
  private func weight(_ account: AccountView) -> Int64 {
    let factor = account.daysSinceTouch.map { Double($0) / Double(account.service.cadenceDays) } ?? 1
    return Int64((Double(account.arr ?? 0) * factor).rounded(.down))
  }
}
