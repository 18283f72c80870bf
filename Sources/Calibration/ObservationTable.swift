import PlanDocument
import Portfolio

/// Accounts with the minutes a month that somebody gave them, over days on which nothing known has changed about them.
struct ObservationTable {
  /// Days looked at: from the first row of the log, at most a year back, to the last.
  let days: Range<CalendarDate>
  let tiers: [String]
  private(set) var cells: [EffortCell] = []
  /// Of each account: its cell, and minutes a month without those of renewal and onboarding.
  private(set) var cellOf: [Int] = []
  private(set) var minutes: [Double] = []
  private(set) var leftOut = CalibrationDocument.LeftOut()

  private static let longest = 365

  /// `nil` where there is no activity at all.
  init?(_ portfolio: Portfolio, _ activities: [Activity]) {
    let past = activities.filter { $0.date < portfolio.asOf }
    guard let last = past.map(\.date).max(), let earliest = past.map(\.date).min() else { return nil }
    let end = last.adding(days: 1)
    days = max(earliest, end.adding(days: -Self.longest))..<end
    tiers = Set(portfolio.accounts.map(\.tier)).sorted()
    fill(portfolio, past)
  }

  var dayCount: Int { days.upperBound.days(since: days.lowerBound) }

  private mutating func fill(_ portfolio: Portfolio, _ activities: [Activity]) {
    var given: [String: Int64] = [:]
    var loggers = Set<String>()
    for activity in activities where days.contains(activity.date) {
      given[activity.accountID, default: 0] += activity.minutes.value
      if let csm = activity.csmID { loggers.insert(csm) }
    }
    for account in portfolio.accounts where given[account.id] != nil {
      if let csm = account.csmID { loggers.insert(csm) }
    }
    let pools = Set(portfolio.csms.filter { $0.kind == .pool }.map(\.id))
    let places = Dictionary(uniqueKeysWithValues: tiers.enumerated().map { ($1, $0) })
    let (policy, work) = (portfolio.policy.effort, EventWork(portfolio.policy.effort))
    var known: [EffortCell: Int] = [:]
    for account in portfolio.accounts where isObserved(account, pools, loggers) {
      let cell = EffortCell(account, tier: places[account.tier] ?? 0, policy: policy)
      let place = known[cell] ?? cells.count
      if place == cells.count {
        known[cell] = place
        cells.append(cell)
      }
      let events = work.onboarding(account, days) + work.renewal(account, days)
      cellOf.append(place)
      minutes.append(Double((given[account.id] ?? 0) - events) * AverageMonth.days / Double(dayCount))
    }
  }

  private mutating func isObserved(_ account: Account, _ pools: Set<String>, _ loggers: Set<String>) -> Bool {
    guard let csm = account.csmID else { return count(\.nobody) }
    if pools.contains(csm) { return count(\.inPool) }
    if let since = account.csmSince, since > days.lowerBound { return count(\.heldTooShort) }
    if !loggers.contains(csm) { return count(\.withoutLog) }
    return hasChanged(account) ? count(\.changed) : true
  }

  private mutating func count(_ reason: WritableKeyPath<CalibrationDocument.LeftOut, Int>) -> Bool {
    leftOut[keyPath: reason] += 1
    return false
  }

  /// Onboarding or an escalation ended within the days looked at.
  private func hasChanged(_ account: Account) -> Bool {
    let ended = account.lifecycle == .onboarding ? nil : account.onboardingEnd
    return [ended, account.escalationOpen ? nil : account.escalationClosedOn].compactMap { $0 }.contains(
      where: days.contains)
  }
}
