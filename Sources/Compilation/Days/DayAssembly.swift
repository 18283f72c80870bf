import OptionModel
import Portfolio

/// Writes the model of days, group after group.
struct DayAssembly {
  private struct Slot: Hashable {
    enum Kind { case day, weekIn, weekOut }
    let kind: Kind
    let csm: Int
    /// Day number, or number of the week after the first day.
    let index: Int32
  }

  private let plan: CompiledPlan
  private let isWeekly: Bool
  private var builder = OptionModelBuilder()
  private var slots: [Slot: Int] = [:]
  private var options = PlannedOptions()
  private var start: [Int32] = []
  private var isMoving: [Bool] = []
  private var ledger = SummingLedger()
  private var scratch = OptionEnumerator.Scratch()

  private var facts: PlanFacts { plan.facts }
  private var enumerator: OptionEnumerator { plan.options }

  init(_ plan: CompiledPlan) {
    self.plan = plan
    isWeekly = plan.portfolio.policy.horizon.period == .week
    for resource in plan.model.resources { builder.addResource(resource) }
  }

  mutating func add(_ group: Int, _ chosen: PlannedOption) {
    let members = facts.families.members(ofGroup: group)
    var days = days(of: chosen, members)
    builder.beginGroup()
    isMoving.append(!days.isEmpty)
    // The day of the period model is there in any case: with it every limit can be kept.
    if !days.contains(chosen) { days.insert(chosen, at: 0) }
    let agreed = agreedStart(members)
    let isAgreedPossible = days.contains { $0.start == agreed }
    for option in days {
      if option == chosen { start.append(Int32(options.count)) }
      add(option, group, members, extra: isAgreedPossible && option.start != agreed ? agreedPrice : 0)
    }
  }

  private var agreedPrice: Int64 { plan.portfolio.policy.handoffs.announcedPrice.micropoints }

  private mutating func add(_ option: PlannedOption, _ group: Int, _ members: ArraySlice<Int32>, extra: Int64) {
    ledger.reset()
    ledger.charge(.agreement, extra, "")
    enumerator.steps.forEachStep(of: option, group: group) { step in
      plan.rules.charge(step, to: &ledger)
      plan.rules.consume(step, from: &ledger)
    }
    ledger.add(to: &builder)
    if isMoving[group] { takeSlots(option, members) }
    options.append(option)
  }

  func finish(_ portfolio: Portfolio) throws -> DayModel {
    DayModel(
      model: try builder.build(), start: Selection(start), options: options, isMoving: isMoving, portfolio: portfolio)
  }

  // MARK: - Days

  /// The working days on which the chosen move may start in its period; empty where there is nothing to choose.
  private mutating func days(of chosen: PlannedOption, _ members: ArraySlice<Int32>) -> [PlannedOption] {
    switch chosen.kind {
    case .handoff where chosen.start >= plan.portfolio.asOf: handoffDays(chosen, members)
    case .assign: assignmentDays(chosen, members)
    case .handoff, .cover, .stay, .unassigned: []
    }
  }

  private mutating func handoffDays(_ chosen: PlannedOption, _ members: ArraySlice<Int32>) -> [PlannedOption] {
    let receiver = facts.csms[Int(chosen.csm)]
    let movers = enumerator.movers(to: Int(chosen.csm), members, &scratch)
    let request = StartRequest(
      accounts: movers, period: Int(chosen.period), earliest: receiver.startDay ?? DaySpan.beginningOfTime,
      leave: receiver.leave)
    return enumerator.search.everyStart(request, &scratch.search).compactMap { start in
      var option = chosen
      option.moment = start.moment
      option.start = CalendarDate(dayNumber: start.start)
      option.effective = CalendarDate(dayNumber: start.effective)
      return isPermitted(option, movers) ? option : nil
    }
  }

  /// A working day on which the receiver is there, and that no agreement speaks against.
  private func isPermitted(_ option: PlannedOption, _ movers: ArraySlice<Int32>) -> Bool {
    guard !option.start.isWeekend else { return false }
    return movers.allSatisfy { account in
      let step = enumerator.steps.step(of: option, account: Int(account))
      return !enumerator.eligibility.presence.bans(step) && !enumerator.eligibility.agreement.bans(step)
    }
  }

  private func assignmentDays(_ chosen: PlannedOption, _ members: ArraySlice<Int32>) -> [PlannedOption] {
    let period = facts.timeline.span(ofPeriod: Int(chosen.period))
    let first = max(period.first, facts.csms[Int(chosen.csm)].startDay ?? period.first)
    return (first...max(first, period.last)).compactMap { day in
      var option = chosen
      option.start = CalendarDate(dayNumber: day)
      option.effective = option.start
      return isPermitted(option, members) ? option : nil
    }
  }

  /// The day that was agreed on; to take another one is as dear as to change what was announced.
  private func agreedStart(_ members: ArraySlice<Int32>) -> CalendarDate? {
    for member in members {
      let words = facts.agreements.terms(ofAccount: Int(member))?.words ?? [:]
      if let agreed = words[.accepted]?.start ?? words[.announced]?.start { return agreed }
    }
    return nil
  }

  // MARK: - Slots

  private mutating func takeSlots(_ option: PlannedOption, _ members: ArraySlice<Int32>) {
    let receiver = Int(option.csm)
    let givers = Set(members.map { facts.accounts[Int($0)].incumbent }).subtracting([Step.nobody, receiver])
    for csm in [receiver] + givers.sorted() { take(Slot(kind: .day, csm: csm, index: option.start.dayNumber)) }
    guard !isWeekly else { return }
    let week = Int32(option.start.days(since: plan.portfolio.asOf) / 7)
    take(Slot(kind: .weekIn, csm: receiver, index: week))
    for csm in givers.sorted() where !facts.csms[csm].isDeparting { take(Slot(kind: .weekOut, csm: csm, index: week)) }
  }

  private mutating func take(_ slot: Slot) {
    let index = slots[slot] ?? builder.addResource(resource(slot))
    slots[slot] = index
    builder.consume(1, of: index)
  }

  private func resource(_ slot: Slot) -> Resource {
    let policy = plan.portfolio.policy.handoffs
    let (limit, price) =
      switch slot.kind {
      case .day: (policy.startsPerDay, policy.dayPrice)
      case .weekIn: (max(1, policy.slotsInPerWeek), policy.slotPrice)
      case .weekOut: (max(1, policy.slotsOutPerWeek), policy.slotPrice)
      }
    let rate = price.micropoints
    return Resource(price: rate == 0 ? [] : [PriceSegment(.over, limit, rate: rate)])
  }
}
