import Portfolio
import Yams

/// The sections about changing hands and about keeping.
extension PolicyReader {
  func readHandoffs(_ section: SectionReader, _ handoffs: inout HandoffPolicy) {
    if let items = section.items("moments") { handoffs.moments = moments(items) }
    readBlackouts(section.section("blackouts"), &handoffs.blackouts)
    section.read("slots_in_per_week", .whole(0...1_000), into: &handoffs.slotsInPerWeek)
    section.read("slots_out_per_week", .whole(0...1_000), into: &handoffs.slotsOutPerWeek)
    section.read("starts_per_day", .whole(1...1_000), into: &handoffs.startsPerDay)
    section.read("day_price", .points, into: &handoffs.dayPrice)
    section.read("team_slots_per_week", .whole(0...100_000), into: &handoffs.teamSlotsPerWeek)
    section.read("arr_in_transition", PolicyReader.totalMoney, into: &handoffs.transitionARR)
    section.read("slot_price", .points, into: &handoffs.slotPrice)
    section.read("slots_are_hard", .flag, into: &handoffs.slotsAreHard)
    section.perTier("overlap_weeks", .count(0...26), into: &handoffs.overlapWeeks)
    section.perTier("overlap_share_percent", .whole(0...100), into: &handoffs.overlapShare)
    section.perTier("giving_hours", .hours, into: &handoffs.givingEffort)
    section.perTier("receiving_hours", .hours, into: &handoffs.receivingEffort)
    let budget = section.section("budget")
    budget.read("count", .whole(0...100_000_000), into: &handoffs.budgetCount)
    budget.read("arr", PolicyReader.totalMoney, into: &handoffs.budgetARR)
    budget.read("share_percent", .whole(0...100), into: &handoffs.budgetShare)
    budget.finish()
    section.read("forced_price", .points, into: &handoffs.forcedPrice)
    section.read("shortening_price", .points, into: &handoffs.shorteningPrice)
    section.read("announced_price", .points, into: &handoffs.announcedPrice)
    section.finish()
  }

  /// A sum over all accounts may be larger than any one of them.
  private static let totalMoney = PolicyType<Int64>.whole(0...1_000_000_000_000_000).map { Money($0) }

  private func moments(_ items: [(node: Node, path: String)]) -> [Moment] {
    var ids = UniqueIDs(context: context, noun: "moment")
    return items.compactMap { item in
      let section = SectionReader(item.node, path: item.path, context: context)
      defer { section.finish() }
      let event = section.required("event", section.value("event", PolicyType<Moment.Event>.choice))
      let id = section.required("id", section.value("id", .text))
      if let id { ids.take(id, item.node, item.path) }
      var moment = Moment(id ?? "", event ?? .any)
      moment.tiers = section.names("tiers", .tier) ?? []
      section.read("price", .points, into: &moment.price)
      section.read("overlap_weeks", .count(0...26), into: &moment.overlapWeeks)
      if let checklist = section.list("checklist", .text) { moment.checklist = checklist }
      section.read("meets_both", .flag, into: &moment.customerMeetsBoth)
      if let days = dayWindow(section) { (moment.firstDay, moment.lastDay) = days }
      return id == nil || event == nil ? nil : moment
    }
  }

  /// `days: [first, last]` relative to the event.
  private func dayWindow(_ section: SectionReader) -> (Int, Int)? {
    guard let items = section.items("days") else { return nil }
    let days = items.compactMap { context.value($0.node, $0.path, .count(-730...730)) }
    guard days.count == items.count else { return nil }
    if days.count == 2, days[0] <= days[1] { return (days[0], days[1]) }
    let advice = "Maybe [-7, 14]: from a week before to two weeks after."
    let path = section.path(of: "days")
    context.report(
      section.node("days"), path, .init("`\(path)` must be two days, the earlier first.", advice: advice))
    return nil
  }

  private func readBlackouts(_ section: SectionReader, _ blackouts: inout BlackoutPolicy) {
    section.read("renewal_days", .count(0...365), into: &blackouts.renewalDays)
    section.read("renewal_hard_days", .count(0...365), into: &blackouts.renewalHardDays)
    section.read("renewal_price", .points, into: &blackouts.renewalPrice)
    section.read("onboarding", .flag, into: &blackouts.onboarding)
    section.read("recent_handoff_days", .count(0...730), into: &blackouts.recentHandoffDays)
    section.read("turn_of_year", .flag, into: &blackouts.turnOfYear)
    blackouts.exempt = section.names("exempt", .account) ?? []
    if let items = section.items("ranges") {
      blackouts.ranges = items.compactMap { item in
        let range = SectionReader(item.node, path: item.path, context: context)
        defer { range.finish() }
        let dates = dateRange(range)
        let regions = range.names("regions", .region) ?? []
        var price: Points?
        range.read("price", .points, into: &price)
        let reason = range.value("reason", .text) ?? "Blackout"
        return dates.map { BlackoutRange(range: $0, regions: regions, price: price, reason: reason) }
      }
    }
    section.finish()
    requireAscending(
      section, [("renewal_hard_days", blackouts.renewalHardDays), ("renewal_days", blackouts.renewalDays)])
  }

  func readLocks(_ top: SectionReader, _ locks: inout [LockRule]) {
    guard let items = top.items("locks") else { return }
    var ids = UniqueIDs(context: context, noun: "lock")
    locks = items.compactMap { item in
      let section = SectionReader(item.node, path: item.path, context: context)
      defer { section.finish() }
      let id = section.required("id", section.value("id", .text))
      if let id { ids.take(id, item.node, item.path) }
      var lock = LockRule(id: id ?? "", reason: section.value("reason", .text) ?? id ?? "")
      section.read("price", .points, into: &lock.price)
      readCondition(section, &lock)
      return id == nil ? nil : lock
    }
  }

  /// An empty condition would lock every account, which nobody means.
  private func readCondition(_ section: SectionReader, _ lock: inout LockRule) {
    let condition = section.section("when")
    condition.read("at_risk", .flag, into: &lock.atRisk)
    condition.read("escalation_open", .flag, into: &lock.escalationOpen)
    condition.read("has_lock_reason", .flag, into: &lock.hasLockReason)
    lock.tiers = condition.names("tiers", .tier)
    lock.regions = condition.names("regions", .region)
    lock.lifecycles = condition.list("lifecycles", .choice)
    lock.csmIDs = condition.names("csms", .csm)
    lock.accountIDs = condition.names("accounts", .account)
    condition.read("arr_at_least", .money, into: &lock.arrAtLeast)
    condition.finish()
    if !condition.isGiven {
      let advice = "Maybe `when: {escalation_open: true}`."
      context.report(
        section.keys.first?.node, condition.path, .init("`\(condition.path)` is missing.", advice: advice))
    }
  }
}

/// Ids within one list of the policy.
private struct UniqueIDs {
  let context: PolicyContext
  let noun: String
  private var lines: [String: Int] = [:]

  init(context: PolicyContext, noun: String) {
    self.context = context
    self.noun = noun
  }

  mutating func take(_ id: String, _ node: Node, _ path: String) {
    if let line = lines[id] {
      context.report(
        node, path,
        .init("The \(noun) of line \(line) has this id, too.", value: id, advice: "Maybe rename one."))
    }
    lines[id] = node.mark?.line ?? 0
  }
}
