import PlanDocument
import Portfolio

/// The second question: who could grow, why now, and until when. Only accounts that are well enough to be asked: high
/// potential, a good health, no falling usage, no open escalation, nothing at risk.
struct ExpansionQuestion: ReviewRule {
  enum Qualification: Equatable {
    case qualified
    /// Potential is high, but the account is not well.
    case unwell
    /// Potential is high, and the health is not known.
    case notKnown
    case noPotential
  }

  private struct Window {
    var cause: ReviewCause
    var until: CalendarDate?
    var numbers: [ReviewNumber] = []
  }

  static func qualification(_ account: AccountView, _ view: PortfolioView) -> Qualification {
    guard account.posture == .invest || account.posture == .grow else { return .noPotential }
    let facts = account.account
    let limit = view.review.trendAtLeast
    let isUnwell =
      facts.escalationOpen || facts.relationship == .atRisk || facts.lifecycle == .churning
      || facts.usageTrend?.isFalling(by: limit) == true || facts.healthTrend?.isFalling(by: limit) == true
    if isUnwell { return .unwell }
    guard let health = facts.health else { return .notKnown }
    return health >= view.review.goodHealth ? .qualified : .unwell
  }

  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.flatMap { account -> [ReviewFinding] in
      guard ExpansionQuestion.qualification(account, view) == .qualified else { return [] }
      return windows(account, view).map { window in
        let days = ReviewNumber(.daysToDeadline, window.until.map { Int64(view.days(to: $0)) })
        let numbers = [
          ReviewNumber(.potential, account.account.potential?.value),
          ReviewNumber(.health, account.account.health.map(Int64.init)),
        ]
        return maker.finding(
          .expansion, window.cause, account, window.numbers + numbers + [days], .makeOffer, until: window.until,
          weight: account.account.potential?.value ?? 0)
      }
    }
  }

  private func windows(_ account: AccountView, _ view: PortfolioView) -> [Window] {
    let facts = account.account
    let ahead = { (date: CalendarDate?) -> CalendarDate? in
      date.flatMap { (0...view.review.windowDays).contains(view.days(to: $0)) ? $0 : nil }
    }
    var windows: [Window] = []
    if let day = ahead(facts.renewalDate) { windows.append(Window(cause: .renewalWindow, until: day)) }
    if account.signs.usageRises {
      let next = [facts.renewalDate, facts.nextQBR].compactMap { $0 }.filter { $0 >= view.asOf }.min()
      windows.append(Window(cause: .usageRising, until: next, numbers: usage(facts)))
    }
    if let day = ahead(facts.nextQBR) { windows.append(Window(cause: .qbrWindow, until: day)) }
    if let day = ahead(facts.goalDue) { windows.append(Window(cause: .goalWindow, until: day)) }
    if let end = facts.onboardingEnd, (-view.review.transitionDays...0).contains(view.days(to: end)) {
      windows.append(Window(cause: .onboardingDone, until: end.adding(days: view.review.transitionDays)))
    }
    return windows
  }

  private func usage(_ account: Account) -> [ReviewNumber] {
    guard case .change(let value) = account.usageTrend else { return [ReviewNumber(.usageTrend, nil)] }
    return [ReviewNumber(.usageTrend, value)]
  }
}
