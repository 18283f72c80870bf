import Portfolio

/// The windows of moments around their events.
extension Rederivation {
  /// Whether a moment is meant for the tiers of all moving members, and open for each of them on a day.
  func isOpen(_ index: Int, on day: CalendarDate, for moving: [Int]) -> Bool {
    let moment = policy.handoffs.moments[index]
    return moving.allSatisfy { account in
      guard moment.tiers.isEmpty || moment.tiers.contains(accounts[account].tier) else { return false }
      return isOpen(moment, on: day, account: account)
    }
  }

  private func isOpen(_ moment: Moment, on day: CalendarDate, account: Int) -> Bool {
    switch moment.event {
    case .any: return true
    case .fiscalBoundary: return isNearFiscalBoundary(day, moment)
    default:
      guard let event = date(of: moment.event, account: account) else { return false }
      let distance = day.days(since: event)
      return moment.firstDay <= distance && distance <= moment.lastDay
    }
  }

  /// Some first of January, April, July or October lies `firstDay ... lastDay` days before the day.
  private func isNearFiscalBoundary(_ day: CalendarDate, _ moment: Moment) -> Bool {
    let (first, last) = (day.adding(days: -moment.lastDay), day.adding(days: -moment.firstDay))
    guard first <= last else { return false }
    return (first.components.year...last.components.year).contains { year in
      [1, 4, 7, 10].contains { month in
        guard let boundary = CalendarDate(year: year, month: month, day: 1) else { return false }
        return first <= boundary && boundary <= last
      }
    }
  }

  private func date(of event: Moment.Event, account index: Int) -> CalendarDate? {
    let account = accounts[index]
    switch event {
    case .renewal: return account.renewalDate
    case .onboardingEnd: return account.onboardingEnd
    case .qbr: return account.nextQBR
    case .stakeholderChange: return account.sponsorChangedOn
    case .segmentChange: return account.segmentChangedOn
    case .escalationClosed: return account.escalationClosedOn
    case .departure: return incumbents[index].flatMap { csms[$0].lastDay }
    case .leave: return incumbents[index].flatMap { csms[$0].leave?.start }
    case .fiscalBoundary, .any: return nil
    }
  }
}
