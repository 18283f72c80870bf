import PlanDocument
import Portfolio

/// An account with what the review has worked out about it.
struct AccountView {
  let account: Account
  /// Position of the incumbent in `portfolio.csms`.
  let csm: Int?
  let posture: Posture?
  let service: ReviewPolicy.ServiceLevel
  let isMiddle: Bool
  /// The later of `last_touch` and the last activity.
  let lastTouch: CalendarDate?
  /// `nil`: no touch is recorded.
  let daysSinceTouch: Int?
  /// For how long, held against the cadence, nobody has been in touch; accounts without any recorded touch are silent where
  /// others have one.
  let isSilent: Bool
  let signs: Signs
  let churn: ChurnProbability
  let minutesGiven: Int64?
  let minutesCalled: Int64
  let serviceCost: Int64
  let lifetimeValue: Int64?

  var arr: Int64? { account.arr?.value }
  var valueAtRisk: Int64? { churn.valueAtRisk(account.arr) }
  var profit: Int64? { arr.map { $0 - serviceCost } }
  var isOverdue: Bool { daysSinceTouch.map { $0 > service.cadenceDays } ?? false }

  /// What silence means, as far as signs tell.
  var silence: ReviewedAccount.Silence? {
    guard isSilent else { return nil }
    return signs.areHealthy ? .healthy : signs.areLeaving ? .leaving : .unknown
  }

  var document: ReviewedAccount {
    var result = ReviewedAccount(
      account: account.id, tier: account.tier, region: account.region, cadenceDays: service.cadenceDays,
      churnPercent: churn.percent, minutesCalled: minutesCalled, serviceCost: serviceCost)
    result.name = account.name
    result.csm = account.csmID
    result.arr = arr
    result.potential = account.potential?.value
    result.posture = posture
    result.isMiddle = isMiddle ? true : nil
    result.relationship = account.relationship?.rawValue
    result.stage = account.lifecycle?.rawValue
    result.nextGoal = account.nextGoal
    result.goalDue = account.goalDue
    result.health = account.health
    result.renewalDate = account.renewalDate
    result.lastTouch = lastTouch
    result.silence = silence
    result.isChurnAtLeast = churn.isAtLeast ? true : nil
    result.valueAtRisk = valueAtRisk
    result.lifetimeValue = lifetimeValue
    result.minutesGiven = minutesGiven
    result.profit = profit
    result.isCostEstimated = minutesGiven == nil ? true : nil
    return result
  }
}
