import Portfolio

/// Every candidate of a group, permitted or not, with all the rules that ban it: the enumerator stops at the first.
struct LiftedCandidates {
  typealias NamedBan = (instance: RuleInstance, reason: String)
  typealias Candidate = (option: PlannedOption, bans: [NamedBan])

  private let enumerator: OptionEnumerator
  private var facts: PlanFacts { enumerator.facts }
  private var rules: EligibilityRules { enumerator.eligibility }

  init(_ enumerator: OptionEnumerator) { self.enumerator = enumerator }

  /// In the order of the formulation. O(CSMs times periods).
  func candidates(ofGroup group: Int, _ scratch: inout OptionEnumerator.Scratch) -> [Candidate] {
    let members = facts.families.members(ofGroup: group)
    let standing = facts.accounts[Int(members[members.startIndex])].standing
    var found: [Candidate] = []
    if let begun = enumerator.begun(members) { found.append((begun, [])) }
    if standing == .settled { found.append(fixed(PlannedOption(.stay), members)) }
    for csm in facts.activeCSMs {
      if standing == .orphan {
        found += assignments(to: csm, members)
      } else {
        found += handoffs(to: csm, members, &scratch)
      }
    }
    if members.count == 1, standing == .settled { found += covers(members) }
    if standing != .settled { found.append(fixed(PlannedOption(.unassigned), members)) }
    return found
  }

  private func step(_ option: PlannedOption, _ account: Int32) -> Step {
    enumerator.steps.step(of: option, account: Int(account))
  }

  /// Staying and being without a CSM: banned by pins and agreements only.
  private func fixed(_ option: PlannedOption, _ members: ArraySlice<Int32>) -> Candidate {
    (option, members.flatMap { pin(step(option, $0)) } + agreements(option, members))
  }

  private func pin(_ step: Step) -> [NamedBan] {
    rules.pin.ban(step).map { [(.account(.pin, account: Int32(step.account)), $0.reason)] } ?? []
  }

  private func agreements(_ option: PlannedOption, _ members: ArraySlice<Int32>) -> [NamedBan] {
    members.flatMap { member -> [NamedBan] in
      rules.agreement.ban(step(option, member))
        .map { [(.account(.agreement, account: member), $0.reason)] } ?? []
    }
  }

  /// What keeps an account and a receiver apart, days aside.
  private func pairBans(_ step: Step) -> [NamedBan] {
    let (account, csm) = (Int32(step.account), Int32(step.receiver))
    let pairs = [
      rules.forbiddenPair.ban(step), rules.region.ban(step), rules.tier.ban(step), rules.language.ban(step),
      rules.domain.ban(step),
    ].compactMap { $0 }
    return (rules.departure.ban(step).map { [(.receiver(.departure, csm: csm), $0.reason)] } ?? []) + pin(step)
      + pairs.map { (.pairing($0.rule, account: account, csm: csm), $0.reason) }
      + [rules.pool.ban(step), rules.lock.ban(step)].compactMap { $0 }.map {
        (.account($0.rule, account: account), $0.reason)
      }
  }

  private func presence(_ step: Step, isAbsent: Bool = false) -> [NamedBan] {
    guard isAbsent || rules.presence.bans(step) else { return [] }
    return [(.receiver(.presence, csm: Int32(step.receiver)), rules.presence.absenceReason(csm: step.receiver))]
  }

  // MARK: - Handoffs

  private func handoffs(
    to csm: Int, _ members: ArraySlice<Int32>, _ scratch: inout OptionEnumerator.Scratch
  ) -> [Candidate] {
    let movers = enumerator.movers(to: csm, members, &scratch)
    guard !movers.isEmpty else { return [] }
    var found: [Candidate] = []
    for period in 0..<facts.periodCount {
      guard let (option, timing) = timed(csm, period, movers, &scratch) else { continue }
      let first = step(option, movers[movers.startIndex])
      var bans = movers.flatMap { pairBans(step(option, $0)) }
      bans += members.flatMap { pin(step(option, $0)) }
      bans += timing + (timing.isEmpty ? presence(first) : []) + agreements(option, members)
      found.append((option, bans))
    }
    return found
  }

  /// The handoff with its days: those of the rules, else those without the receiver's absence, else the first day of
  /// the period as if a moment were open. `nil` after the last day of the incumbent.
  private func timed(
    _ csm: Int, _ period: Int, _ movers: ArraySlice<Int32>, _ scratch: inout OptionEnumerator.Scratch
  ) -> (PlannedOption, [NamedBan])? {
    let receiver = facts.csms[csm]
    let request = StartRequest(
      accounts: movers, period: period, earliest: receiver.startDay ?? DaySpan.beginningOfTime, leave: receiver.leave)
    if let start = enumerator.search.best(request, &scratch.search) { return (option(csm, period, start), []) }
    let anyone = StartRequest(accounts: movers, period: period)
    let first = Int(movers[movers.startIndex])
    if let start = enumerator.search.best(anyone, &scratch.search) {
      let option = option(csm, period, start)
      return (option, presence(step(option, Int32(first)), isAbsent: true))
    }
    let day = facts.timeline.span(ofPeriod: period).first
    let lastDay = rules.departure.lastDay(ofAccount: first)
    guard lastDay ?? day >= day else { return nil }
    let overlap = rules.moment.overlapDays(ofMoment: -1, accounts: movers)
    let effective = rules.departure.effective(start: day, overlapDays: overlap, lastDay: lastDay)
    let option = option(csm, period, StartChoice(moment: -1, start: day, effective: effective, price: 0))
    let isBlackout = enumerator.search.hasWindow(anyone, &scratch.search)
    let reason =
      isBlackout ? "every day on which a moment is open meets a blackout" : "no moment is open in the horizon"
    let bans: [NamedBan] = movers.map { mover in
      (
        .account(isBlackout ? .blackout : .moment, account: mover),
        "\(facts.name(ofAccount: Int(mover))): \(reason)"
      )
    }
    return (option, bans + presence(step(option, Int32(first))))
  }

  private func option(_ csm: Int, _ period: Int, _ start: StartChoice) -> PlannedOption {
    PlannedOption(
      .handoff, csm: Int32(csm), period: Int16(period), moment: start.moment,
      start: CalendarDate(dayNumber: start.start), effective: CalendarDate(dayNumber: start.effective))
  }

  // MARK: - Assignments and covers

  private func assignments(to csm: Int, _ members: ArraySlice<Int32>) -> [Candidate] {
    (0..<facts.periodCount).map { period in
      let days = facts.timeline.span(ofPeriod: period)
      let own = max(days.first, facts.csms[csm].startDay ?? days.first)
      let start = CalendarDate(dayNumber: days.contains(own) ? own : days.first)
      let option = PlannedOption(
        .assign, csm: Int32(csm), period: Int16(period), start: start, effective: start)
      return dayless(option, members, isAbsent: !days.contains(own))
    }
  }

  private func covers(_ members: ArraySlice<Int32>) -> [Candidate] {
    let incumbent = facts.accounts[Int(members[members.startIndex])].incumbent
    guard let leave = facts.csms[incumbent].longLeave else { return [] }
    let start = CalendarDate(dayNumber: leave.first)
    let period = Int16(facts.timeline.period(of: start) ?? 0)
    return facts.activeCSMs.filter { $0 != incumbent }.map { csm in
      dayless(
        PlannedOption(.cover, csm: Int32(csm), period: period, start: start, effective: start), members,
        isAbsent: false)
    }
  }

  private func dayless(_ option: PlannedOption, _ members: ArraySlice<Int32>, isAbsent: Bool) -> Candidate {
    let step = step(option, members[members.startIndex])
    return (option, pairBans(step) + presence(step, isAbsent: isAbsent) + agreements(option, members))
  }
}
