import Portfolio

/// Ranges of days that no transition may meet, or only at a price.
final class BlackoutRule: ChargingRule {
  static let id = RuleID.blackout

  struct PricedSpan: Sendable {
    let span: DaySpan
    let price: Int64
    let reason: String
  }

  let facts: PlanFacts
  /// By number of the region: holidays, own ranges, the turn of the year.
  private let hardByRegion: [[DaySpan]]
  private let softByRegion: [[PricedSpan]]
  /// Accounts that no blackout concerns.
  private let exempt: Set<String>

  init(_ facts: PlanFacts) {
    self.facts = facts
    let policy = facts.policy
    exempt = Set(policy.handoffs.blackouts.exempt)
    let turns = policy.handoffs.blackouts.turnOfYear ? BlackoutRule.turnsOfYear(facts.timeline) : []
    func concerns(_ regions: [String], _ region: String) -> Bool {
      regions.isEmpty || regions.contains(region)
    }
    hardByRegion = facts.regions.words.map { region in
      turns + policy.horizon.holidays.filter { concerns($0.regions, region) }.map { DaySpan($0.range) }
        + policy.handoffs.blackouts.ranges.filter { $0.price == nil && concerns($0.regions, region) }
        .map { DaySpan($0.range) }
    }
    softByRegion = facts.regions.words.map { region in
      policy.handoffs.blackouts.ranges.filter { concerns($0.regions, region) }.compactMap { range in
        range.price.map {
          PricedSpan(span: DaySpan(range.range), price: $0.micropoints, reason: range.reason)
        }
      }
    }
  }

  /// 15 December to 5 January, for every year that a transition may reach.
  static func turnsOfYear(_ timeline: Timeline) -> [DaySpan] {
    let first = timeline.start(ofPeriod: 0).components.year - 1
    let last = timeline.start(ofPeriod: timeline.periodCount).components.year + 1
    return (first...last).compactMap { year in
      guard let start = CalendarDate(year: year, month: 12, day: 15) else { return nil }
      return DaySpan(start.dayNumber, start.adding(days: 21).dayNumber)
    }
  }

  func appendHard(ofAccount index: Int, to spans: inout [DaySpan]) {
    let policy = facts.policy.handoffs.blackouts
    let account = facts.portfolio.accounts[index]
    func append(_ span: DaySpan) { if !span.isEmpty { spans.append(span) } }
    if let terms = facts.agreements.terms(ofAccount: index) {
      append(DaySpan(DaySpan.beginningOfTime, terms.notBefore - 1))
    }
    if isExempt(index) { return }
    if let renewal = account.renewalDate?.dayNumber {
      append(DaySpan(renewal - Int32(policy.renewalHardDays), renewal - 1))
    }
    if policy.onboarding, let end = account.onboardingEnd {
      append(DaySpan(DaySpan.beginningOfTime, end.dayNumber))
    } else if policy.onboarding, account.lifecycle == .onboarding {
      append(DaySpan(DaySpan.beginningOfTime, DaySpan.endOfTime))
    }
    if let since = account.csmSince?.dayNumber {
      append(DaySpan(since, since + Int32(policy.recentHandoffDays) - 1))
    }
    for span in hardByRegion[facts.accounts[index].region] { append(span) }
  }

  func appendSoft(ofAccount index: Int, to spans: inout [PricedSpan]) {
    if isExempt(index) { return }
    if let renewal = softRenewal(ofAccount: index) { spans.append(renewal) }
    spans += softByRegion[facts.accounts[index].region]
  }

  func isExempt(_ account: Int) -> Bool {
    !exempt.isEmpty && exempt.contains(facts.portfolio.accounts[account].id)
  }

  private func softRenewal(ofAccount index: Int) -> PricedSpan? {
    let policy = facts.policy.handoffs.blackouts
    guard let renewal = facts.portfolio.accounts[index].renewalDate?.dayNumber else { return nil }
    let span = DaySpan(renewal - Int32(policy.renewalDays), renewal - Int32(policy.renewalHardDays) - 1)
    guard !span.isEmpty else { return nil }
    return PricedSpan(span: span, price: policy.renewalPrice.micropoints, reason: "Renewal approaches")
  }

  /// No blackout applies at the forced moment.
  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard step.kind == .handoff, step.moment != PlannedOption.forcedMoment, !step.hasBegun, !isExempt(step.account)
    else { return }
    if let renewal = softRenewal(ofAccount: step.account), renewal.span.meets(step.transition) {
      ledger.charge(Self.id, renewal.price, renewal.reason)
    }
    for soft in softByRegion[facts.accounts[step.account].region] where soft.span.meets(step.transition) {
      ledger.charge(Self.id, soft.price, soft.reason)
    }
  }
}
