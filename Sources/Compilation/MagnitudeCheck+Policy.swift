import Portfolio

/// The numbers of the policy that enter products and sums of days.
extension MagnitudeCheck {
  mutating func inspect(_ policy: Policy) {
    let largest = MagnitudeCheck.largestPercent
    for (name, percent) in MagnitudeCheck.factors(of: policy) {
      expect(percent, "a value", "percent", in: 0...largest, of: "Policy \(name)")
    }
    for (name, percent) in MagnitudeCheck.additions(of: policy) {
      expect(percent, "a value", "percent", in: -largest...largest, of: "Policy \(name)")
    }
    for (name, days) in MagnitudeCheck.days(of: policy) {
      expect(Int64(days), "a value", "days", in: -10_000...10_000, of: "Policy \(name)")
    }
    for (name, price) in MagnitudeCheck.prices(of: policy) {
      expect(
        price.micropoints, "a price", "micropoints", in: 0...Exact.ceiling / 1_000_000, of: "Policy \(name)")
    }
    for (name, money) in [
      ("books.max_arr", policy.books.maxARR), ("handoffs.budget_arr", policy.handoffs.budgetARR),
      ("handoffs.arr_in_transition", policy.handoffs.transitionARR),
    ] {
      expect(money?.value, "a limit", "of ARR", in: 0...MagnitudeCheck.largestMoney, of: "Policy \(name)")
    }
    for (name, minutes) in [
      ("capacity.monthly", policy.capacity.monthly), ("effort.onboarding", policy.effort.onboarding),
    ] {
      expect(minutes.value, "a value", "minutes", in: 0...MagnitudeCheck.largestMinutes, of: "Policy \(name)")
    }
  }

  mutating func inspect(_ policy: Policy, tier: String) {
    let minutes = [
      ("effort.base", policy.effort.base[tier].value), ("effort.renewal", policy.effort.renewal[tier].value),
      ("handoffs.giving_effort", policy.handoffs.givingEffort[tier].value),
      ("handoffs.receiving_effort", policy.handoffs.receivingEffort[tier].value),
    ]
    for (name, value) in minutes {
      expect(value, "a value", "minutes", in: 0...MagnitudeCheck.largestMinutes, of: "Policy \(name).\(tier)")
    }
    expect(
      policy.handoffs.overlapShare[tier], "a value", "percent", in: 0...MagnitudeCheck.largestPercent,
      of: "Policy handoffs.overlap_share.\(tier)")
    expect(
      Int64(policy.handoffs.overlapWeeks[tier]), "a value", "weeks", in: 0...520,
      of: "Policy handoffs.overlap_weeks.\(tier)")
  }

  private static func factors(of policy: Policy) -> [(String, Percent)] {
    [
      ("capacity.target_low", policy.capacity.targetLow),
      ("capacity.target_high", policy.capacity.targetHigh),
      ("capacity.soft", policy.capacity.soft), ("capacity.hard", policy.capacity.hard),
      ("capacity.pool_effort", policy.capacity.poolEffort),
      ("eligibility.weak_percent", policy.eligibility.weakPercent),
      ("eligibility.missing_percent", policy.eligibility.missingPercent),
      ("coverage.uncovered_leave_percent", policy.coverage.uncoveredLeavePercent),
      ("handoffs.budget_share", policy.handoffs.budgetShare ?? 0),
    ] + policy.books.segmentShares.map { ("books.segment_shares.\($0.value)", $0.percent) }
      + policy.capacity.ramp.map { ("capacity.ramp", $0) }
  }

  private static func additions(of policy: Policy) -> [(String, Percent)] {
    let effort = policy.effort
    return [
      ("effort.onboarding_percent", effort.onboardingPercent),
      ("effort.low_health_percent", effort.lowHealthPercent),
      ("effort.escalation_percent", effort.escalationPercent),
      ("effort.high_arr_percent", effort.highARRPercent),
      ("effort.invest_percent", effort.investPercent), ("effort.defend_percent", effort.defendPercent),
      ("effort.grow_percent", effort.growPercent), ("effort.serve_percent", effort.servePercent),
      ("continuity.percent_per_year", policy.continuity.percentPerYear),
      ("continuity.at_risk_percent", policy.continuity.atRiskPercent),
      ("continuity.percent_per_change", policy.continuity.percentPerChange),
    ]
  }

  private static func days(of policy: Policy) -> [(String, Int)] {
    let blackouts = policy.handoffs.blackouts
    return [
      ("effort.event_days", policy.effort.eventDays), ("coverage.leave_days", policy.coverage.leaveDays),
      ("handoffs.blackouts.renewal_days", blackouts.renewalDays),
      ("handoffs.blackouts.renewal_hard_days", blackouts.renewalHardDays),
      ("handoffs.blackouts.recent_handoff_days", blackouts.recentHandoffDays),
    ]
      + policy.handoffs.moments.flatMap { moment in
        let name = "handoffs.moments.\(moment.id)"
        return [
          (name, moment.firstDay), (name, moment.lastDay), (name, 7 * min(moment.overlapWeeks ?? 0, 10_000)),
        ]
      }
  }

  private static func prices(of policy: Policy) -> [(String, Points)] {
    let capacity = policy.capacity
    let handoffs = policy.handoffs
    return [
      ("capacity.price_under_target", capacity.priceUnderTarget),
      ("capacity.price_over_target", capacity.priceOverTarget),
      ("capacity.price_over_soft", capacity.priceOverSoft),
      ("capacity.price_over_hard", capacity.priceOverHard),
      ("handoffs.forced_price", handoffs.forcedPrice),
      ("handoffs.shortening_price", handoffs.shorteningPrice),
      ("handoffs.day_price", handoffs.dayPrice),
      ("handoffs.announced_price", handoffs.announcedPrice),
      ("handoffs.blackouts.renewal_price", handoffs.blackouts.renewalPrice),
      ("handoffs.slot_price", handoffs.slotPrice), ("families.split_price", policy.families.splitPrice),
      ("coverage.price_per_minute", policy.coverage.pricePerMinute),
      ("coverage.cover_price", policy.coverage.coverPrice),
    ] + handoffs.moments.map { ("handoffs.moments.\($0.id)", $0.price) }
  }
}
