import Portfolio

/// Accounts change hands at defined moments: windows of days around an event.
final class MomentRule: ChargingRule {
  static let id = RuleID.moment

  let facts: PlanFacts
  let momentCount: Int
  /// In micropoints.
  private let prices: [Int64]
  private let overlapWeeks: [Int?]
  /// Weeks of overlap by number of the tier.
  private let overlapWeeksOfTier: [Int]
  /// `moment * tierCount + tier`.
  private let isForTier: [Bool]
  /// First days of the calendar quarters that a window may lie around.
  private let quarters: [Int32]

  init(_ facts: PlanFacts) {
    self.facts = facts
    let handoffs = facts.policy.handoffs
    momentCount = handoffs.moments.count
    prices = handoffs.moments.map(\.price.micropoints)
    overlapWeeks = handoffs.moments.map(\.overlapWeeks)
    overlapWeeksOfTier = facts.tiers.words.map { handoffs.overlapWeeks[$0] }
    isForTier = handoffs.moments.flatMap { moment in
      let tiers = Set(moment.tiers.map(TierName.folded))
      return facts.tiers.words.map { tiers.isEmpty || tiers.contains($0) }
    }
    quarters = MomentRule.quarters(facts.timeline, moments: handoffs.moments)
  }

  private static func quarters(_ timeline: Timeline, moments: [Moment]) -> [Int32] {
    let fiscal = moments.filter { $0.event == .fiscalBoundary }
    let first = timeline.start(ofPeriod: 0).adding(days: -(fiscal.map(\.lastDay).max() ?? 0)).components.year
    // A year more than the horizon: who asks when a moment opens looks that far.
    let last = timeline.start(ofPeriod: timeline.periodCount).adding(days: 365)
      .adding(days: -(fiscal.map(\.firstDay).min() ?? 0)).components.year
    guard !fiscal.isEmpty, first <= last else { return [] }
    return (first...last).flatMap { year in
      [1, 4, 7, 10].compactMap { CalendarDate(year: year, month: $0, day: 1)?.dayNumber }
    }
  }

  func price(of moment: Int) -> Int64 { prices[moment] }

  /// `7 W` days; of a moment with an overlap of its own, or the largest of the accounts' tiers.
  func overlapDays(ofMoment moment: Int, accounts: ArraySlice<Int32>) -> Int32 {
    let own = moment >= 0 ? overlapWeeks[moment] : nil
    return Int32(7 * (own ?? accounts.map { overlapWeeksOfTier[facts.accounts[Int($0)].tier] }.max() ?? 0))
  }

  /// The days of a period on which the moment is open to all of the accounts.
  func appendWindows(
    ofMoment moment: Int, accounts: ArraySlice<Int32>, within period: DaySpan, to spans: inout [DaySpan]
  ) {
    let tierCount = facts.tiers.words.count
    guard accounts.allSatisfy({ isForTier[moment * tierCount + facts.accounts[Int($0)].tier] }) else {
      return
    }
    let definition = facts.policy.handoffs.moments[moment]
    func append(_ span: DaySpan) { if !span.isEmpty { spans.append(span) } }
    switch definition.event {
    case .any:
      append(period)
    case .fiscalBoundary:
      for quarter in quarters { append(window(definition, quarter).intersection(period)) }
    default:
      var common = period
      for account in accounts {
        guard let day = eventDay(definition.event, ofAccount: Int(account)) else { return }
        common = common.intersection(window(definition, day))
      }
      append(common)
    }
  }

  private func window(_ moment: Moment, _ day: Int32) -> DaySpan {
    DaySpan(day + Int32(moment.firstDay), day + Int32(moment.lastDay))
  }

  private func eventDay(_ event: Moment.Event, ofAccount index: Int) -> Int32? {
    let account = facts.portfolio.accounts[index]
    let incumbent = facts.accounts[index].incumbent
    switch event {
    case .renewal: return account.renewalDate?.dayNumber
    case .onboardingEnd: return account.onboardingEnd?.dayNumber
    case .qbr: return account.nextQBR?.dayNumber
    case .stakeholderChange: return account.sponsorChangedOn?.dayNumber
    case .segmentChange: return account.segmentChangedOn?.dayNumber
    case .escalationClosed: return account.escalationClosedOn?.dayNumber
    case .departure: return incumbent < 0 ? nil : facts.csms[incumbent].lastDay
    case .leave: return incumbent < 0 ? nil : facts.csms[incumbent].leave?.first
    case .fiscalBoundary, .any: return nil
    }
  }

  /// Whether the moment is meant for the tier of the account.
  func isMeant(_ moment: Int, forAccount account: Int) -> Bool {
    isForTier[moment * facts.tiers.words.count + facts.accounts[account].tier]
  }

  /// Whether the event of the moment has a day.
  func isPlaced(_ moment: Int, forAccount account: Int) -> Bool {
    let event = facts.policy.handoffs.moments[moment].event
    return event == .any || event == .fiscalBoundary || eventDay(event, ofAccount: account) != nil
  }

  /// The column of `accounts.csv` that places a moment and that every account could have; `nil` where none does: that
  /// no escalation was closed is nothing to fill in.
  func column(ofMoment moment: Int) -> String? {
    switch facts.policy.handoffs.moments[moment].event {
    case .renewal: "renewal_date"
    case .qbr: "next_qbr"
    default: nil
    }
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard step.kind == .handoff, step.moment >= 0, !step.hasBegun else { return }
    let moment = Int(step.moment)
    ledger.charge(Self.id, prices[moment], "Moment \(facts.policy.handoffs.moments[moment].id)")
  }
}
