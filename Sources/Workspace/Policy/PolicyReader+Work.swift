import Portfolio
import Yams

/// The sections about time and effort.
extension PolicyReader {
  func readHorizon(_ section: SectionReader, _ document: inout PolicyDocument) {
    readPeriods(section, &document)
    readTail(section, &document.policy.horizon)
    section.finish()
  }

  private enum PeriodChoice: String, CaseIterable { case auto, week, month }

  /// Whoever counts periods without saying which counts months.
  private func readPeriods(_ section: SectionReader, _ document: inout PolicyDocument) {
    let isCounted = section.node("periods") != nil
    let choice = section.value("period", PolicyType<PeriodChoice>.choice)
    section.read("periods", .count(1...52), into: &document.policy.horizon.periods)
    document.policy.horizon.period = choice == .week ? .week : .month
    document.settings.choosesPeriods = choice == .auto || (choice == nil && !isCounted)
  }

  private func readTail(_ section: SectionReader, _ horizon: inout HorizonPolicy) {
    section.read("start", .date, into: &horizon.start)
    section.read("tail_months", .count(1...36), into: &horizon.tailMonths)
    if let items = section.items("holidays") {
      horizon.holidays = items.compactMap { item in
        let holiday = SectionReader(item.node, path: item.path, context: context)
        defer { holiday.finish() }
        let range = dateRange(holiday)
        let regions = holiday.names("regions", .region) ?? []
        let reason = holiday.value("reason", .text) ?? "Holiday"
        return range.map { RegionalRange(range: $0, regions: regions, reason: reason) }
      }
    }
  }

  /// `from` and `to`, both included.
  func dateRange(_ section: SectionReader) -> DateRange? {
    let from = section.required("from", section.value("from", .date))
    let to = section.required("to", section.value("to", .date))
    guard let from, let to else { return nil }
    if from <= to { return DateRange(from, through: to) }
    let advice = "Maybe the two dates are swapped."
    context.report(
      section.node("to"), section.path(of: "to"),
      .init("The range ends before it starts (\(from)).", value: to.description, advice: advice))
    return nil
  }

  func readEffort(_ section: SectionReader, _ document: inout PolicyDocument) {
    readEstimates(section, &document.policy.effort)
    readPosture(section.section("posture"), &document)
    section.finish()
  }

  private func readEstimates(_ section: SectionReader, _ effort: inout EffortPolicy) {
    section.perTier("base_hours", .hours, into: &effort.base)
    section.read("includes_events", .flag, into: &effort.includesEvents)
    section.read("onboarding_hours", .hours, into: &effort.onboarding)
    section.perTier("renewal_hours", .hours, into: &effort.renewal)
    section.read("event_days", .count(1...730), into: &effort.eventDays)
    section.read("onboarding_percent", .percent, into: &effort.onboardingPercent)
    section.read("low_health_percent", .percent, into: &effort.lowHealthPercent)
    section.read("escalation_percent", .percent, into: &effort.escalationPercent)
    section.read("high_arr_percent", .percent, into: &effort.highARRPercent)
    section.read("high_percent", .whole(100...1_000), into: &effort.highPercent)
    section.read("low_health", .count(0...100), into: &effort.lowHealth)
    section.read("high_arr", .money, into: &effort.highARR)
  }

  func readCapacity(_ section: SectionReader, _ capacity: inout CapacityPolicy) {
    section.read("hours_per_month", .hours, into: &capacity.monthly)
    section.read("target_low", .percent, into: &capacity.targetLow)
    section.read("target_high", .percent, into: &capacity.targetHigh)
    section.read("soft", .percent, into: &capacity.soft)
    section.read("hard", .percent, into: &capacity.hard)
    section.read("price_under_target", .points, into: &capacity.priceUnderTarget)
    section.read("price_over_target", .points, into: &capacity.priceOverTarget)
    section.read("price_over_soft", .points, into: &capacity.priceOverSoft)
    section.read("price_over_hard", .points, into: &capacity.priceOverHard)
    if let ramp = section.list("ramp", .whole(0...100)) { capacity.ramp = ramp }
    section.read("ramp_step_days", .count(1...365), into: &capacity.rampStepDays)
    section.read("pool_effort_percent", .percent, into: &capacity.poolEffort)
    section.read("robust_accounts", .whole(0...1_000), into: &capacity.robustAccounts)
    section.finish()
    requireAscending(
      section,
      [
        ("target_low", capacity.targetLow), ("target_high", capacity.targetHigh), ("soft", capacity.soft),
        ("hard", capacity.hard),
      ])
    requireAscending(
      section,
      [
        ("price_over_target", capacity.priceOverTarget), ("price_over_soft", capacity.priceOverSoft),
        ("price_over_hard", capacity.priceOverHard),
      ])
  }
}
