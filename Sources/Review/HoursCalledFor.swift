import Calibration
import Portfolio

/// The minutes a month that posture and risk call for: the estimate of the formulation, whatever effort is given.
///
/// `floor(base(tier) x max(0, 100 + posture + onboarding + low health + escalation + high ARR) / 100)`, in a pool
/// `floor(... x pool effort / 100)`.
struct HoursCalledFor {
  let policy: Policy

  func minutes(of account: Account, posture: Posture?, inPool: Bool) -> Int64 {
    let percent = max(0, 100 + percent(of: account, posture))
    let minutes = policy.effort.base[account.tier].value * percent / 100
    return inPool ? minutes * policy.capacity.poolEffort / 100 : minutes
  }

  private func percent(of account: Account, _ posture: Posture?) -> Percent {
    var sum = posture.map(policy.effort.percent) ?? 0
    if account.lifecycle == .onboarding { sum += policy.effort.onboardingPercent }
    if let health = account.health, health < policy.effort.lowHealth { sum += policy.effort.lowHealthPercent }
    if account.escalationOpen { sum += policy.effort.escalationPercent }
    if let arr = account.arr, arr > policy.effort.highARR { sum += policy.effort.highARRPercent }
    return sum
  }

  /// What onboarding and renewal add within a period, per month: the share of their days that lies in it. Hours that were
  /// counted contain such work, steady efforts do not.
  func eventMinutes(of account: Account, from start: CalendarDate, days: Int) -> Int64 {
    let (work, span) = (EventWork(policy.effort), start..<start.adding(days: days))
    let sum = work.onboarding(account, span) + work.renewal(account, span)
    return Month.minutes(sum, inDays: days)
  }
}
