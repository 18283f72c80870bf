import Portfolio

extension BlackoutRule {
  /// A blocked span with the reason for it.
  struct BlockedSpan: Sendable {
    let span: DaySpan
    let cause: MomentOutlook.Cause
    var detail: String?
  }

  /// The spans of `appendHard`, each with its cause: for the few accounts whose reader asks why.
  func blockedSpans(ofAccount index: Int) -> [BlockedSpan] {
    let policy = facts.policy.handoffs.blackouts
    let account = facts.portfolio.accounts[index]
    var spans: [BlockedSpan] = []
    if let terms = facts.agreements.terms(ofAccount: index) {
      spans.append(BlockedSpan(span: DaySpan(DaySpan.beginningOfTime, terms.notBefore - 1), cause: .deferred))
    }
    if isExempt(index) { return spans }
    if let renewal = account.renewalDate?.dayNumber {
      spans.append(
        BlockedSpan(span: DaySpan(renewal - Int32(policy.renewalHardDays), renewal - 1), cause: .renewalNear))
    }
    if policy.onboarding, let end = account.onboardingEnd {
      spans.append(BlockedSpan(span: DaySpan(DaySpan.beginningOfTime, end.dayNumber), cause: .onboarding))
    } else if policy.onboarding, account.lifecycle == .onboarding {
      spans.append(
        BlockedSpan(span: DaySpan(DaySpan.beginningOfTime, DaySpan.endOfTime), cause: .onboarding))
    }
    if let since = account.csmSince?.dayNumber {
      spans.append(
        BlockedSpan(span: DaySpan(since, since + Int32(policy.recentHandoffDays) - 1), cause: .recentHandoff))
    }
    return (spans + regionalSpans(account.region)).filter { !$0.span.isEmpty }
  }

  private func regionalSpans(_ region: String) -> [BlockedSpan] {
    let blackouts = facts.policy.handoffs.blackouts
    func concerns(_ regions: [String]) -> Bool { regions.isEmpty || regions.contains(region) }
    let turns = blackouts.turnOfYear ? BlackoutRule.turnsOfYear(facts.timeline) : []
    return turns.map { BlockedSpan(span: $0, cause: .turnOfYear) }
      + facts.policy.horizon.holidays.filter { concerns($0.regions) }
      .map { BlockedSpan(span: DaySpan($0.range), cause: .holiday, detail: $0.reason) }
      + blackouts.ranges.filter { $0.price == nil && concerns($0.regions) }
      .map { BlockedSpan(span: DaySpan($0.range), cause: .range, detail: $0.reason) }
  }
}
