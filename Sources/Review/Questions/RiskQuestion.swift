import PlanDocument
import Portfolio

/// The first question: which accounts are at risk, by when, and from which causes. Weighed by the ARR that is expected to
/// be lost.
struct RiskQuestion: ReviewRule {
  private struct Cause {
    var cause: ReviewCause
    var action: ReviewFinding.Action
    var numbers: [ReviewNumber] = []
    var until: CalendarDate?
    var handoff = ReviewFinding.Handoff.no
  }

  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.flatMap { account in
      (people(account, view) + state(account, view) + signals(account, view) + deadlines(account, view)).map { cause in
        maker.finding(
          .risk, cause.cause, account, cause.numbers + shared(account, view), cause.action,
          until: cause.until ?? renewal(account, view), handoff: cause.handoff, weight: account.valueAtRisk ?? 0)
      }
    }
  }

  private func shared(_ account: AccountView, _ view: PortfolioView) -> [ReviewNumber] {
    let isAtLeast = account.churn.isAtLeast
    return [
      ReviewNumber(.arr, account.arr),
      ReviewNumber(isAtLeast ? .churnAtLeastPercent : .churnPercent, account.churn.percent),
      ReviewNumber(isAtLeast ? .valueAtRiskAtLeast : .valueAtRisk, account.valueAtRisk),
      ReviewNumber(.daysToDeadline, renewal(account, view).map { Int64(view.days(to: $0)) }),
    ]
  }

  /// The next renewal; one that has passed is no deadline.
  private func renewal(_ account: AccountView, _ view: PortfolioView) -> CalendarDate? {
    account.account.renewalDate.flatMap { $0 >= view.asOf ? $0 : nil }
  }

  private func people(_ account: AccountView, _ view: PortfolioView) -> [Cause] {
    guard let csm = view.csm(account), csm.active else {
      return [Cause(cause: .noCSM, action: .nameCSM, handoff: .yes)]
    }
    guard let day = csm.lastDay, view.days(to: day) <= view.review.renewalDays else { return [] }
    let isGone = day < view.asOf
    return [
      Cause(
        cause: isGone ? .noCSM : .csmLeaving, action: isGone ? .nameCSM : .prepareHandoff, until: day, handoff: .yes)
    ]
  }

  private func state(_ account: AccountView, _ view: PortfolioView) -> [Cause] {
    let facts = account.account
    var causes: [Cause] = []
    let health = ReviewNumber(.health, facts.health.map(Int64.init))
    if let score = facts.health, score < view.effort.lowHealth {
      causes.append(
        Cause(cause: .lowHealth, action: .rescuePlan, numbers: [health, trend(.healthTrend, facts.healthTrend)]))
    }
    if facts.escalationOpen { causes.append(Cause(cause: .escalationOpen, action: .closeEscalation)) }
    if facts.relationship == .atRisk || facts.lifecycle == .churning {
      causes.append(Cause(cause: .relationshipAtRisk, action: .rescuePlan, numbers: [health]))
    }
    switch facts.sponsor {
    case .gone: causes.append(Cause(cause: .sponsorGone, action: .findSponsor))
    case .quiet: causes.append(Cause(cause: .sponsorQuiet, action: .callSponsor))
    case .active, nil: break
    }
    return causes
  }

  private func signals(_ account: AccountView, _ view: PortfolioView) -> [Cause] {
    let facts = account.account
    let limit = view.review.trendAtLeast
    var causes: [Cause] = []
    if facts.usageTrend?.isFalling(by: limit) == true {
      causes.append(
        Cause(cause: .usageFalling, action: .callSponsor, numbers: [trend(.usageTrend, facts.usageTrend)]))
    }
    if facts.healthTrend?.isFalling(by: limit) == true, facts.health.map({ $0 >= view.effort.lowHealth }) ?? true {
      let numbers = [trend(.healthTrend, facts.healthTrend), ReviewNumber(.health, facts.health.map(Int64.init))]
      causes.append(Cause(cause: .healthFalling, action: .callSponsor, numbers: numbers))
    }
    return causes
  }

  private func deadlines(_ account: AccountView, _ view: PortfolioView) -> [Cause] {
    let facts = account.account
    var causes: [Cause] = []
    if let day = facts.renewalDate, day < view.asOf {
      let numbers = [ReviewNumber(.daysSince, Int64(-view.days(to: day)))]
      causes.append(Cause(cause: .renewalPassed, action: .recordRenewal, numbers: numbers))
    } else if let day = facts.renewalDate, view.knowsTouches, view.days(to: day) <= view.review.renewalDays,
      account.isOverdue || account.daysSinceTouch == nil
    {
      let numbers = [
        ReviewNumber(.daysSinceTouch, account.daysSinceTouch.map(Int64.init)),
        ReviewNumber(.cadenceDays, Int64(account.service.cadenceDays)),
      ]
      causes.append(Cause(cause: .renewalUntouched, action: .prepareRenewal, numbers: numbers))
    }
    if facts.lifecycle == .onboarding, let end = facts.onboardingEnd, end < view.asOf {
      let numbers = [ReviewNumber(.daysSince, Int64(-view.days(to: end)))]
      causes.append(Cause(cause: .onboardingLate, action: .finishOnboarding, numbers: numbers))
    }
    return causes
  }

  /// A trend that is only said in a word has no number; the cause says which way it goes.
  private func trend(_ name: ReviewNumber.Name, _ trend: Trend?) -> ReviewNumber {
    guard case .change(let value) = trend else { return ReviewNumber(name, nil) }
    return ReviewNumber(name, value)
  }
}
