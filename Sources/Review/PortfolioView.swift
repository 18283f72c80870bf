import PlanDocument
import Portfolio

/// The portfolio with what the review has worked out about each account; what the rules read.
struct PortfolioView {
  let portfolio: Portfolio
  /// Thresholds of postures as they were applied: those of the policy, else the upper quarter of all accounts.
  let effort: EffortPolicy
  let source: AttentionDocument.Source
  let knowsTouches: Bool
  let accounts: [AccountView]

  var policy: Policy { portfolio.policy }
  var review: ReviewPolicy { portfolio.policy.review }
  var asOf: CalendarDate { portfolio.asOf }
  /// The period that is looked back on ends with the day before.
  var since: CalendarDate { asOf.adding(days: -review.periodDays) }

  func csm(_ view: AccountView) -> CSM? { view.csm.map { portfolio.csms[$0] } }

  /// Days from the first day of the review to a day.
  func days(to date: CalendarDate) -> Int { date.days(since: asOf) }
}
