import Portfolio

/// Walks through the candidates of a group in the order of the formulation: staying, changing hands, covers,
/// unassigned.
final class OptionEnumerator: Sendable {
  let facts: PlanFacts
  let eligibility: EligibilityRules
  let search: StartDaySearch
  let steps: StepBuilder
  private let candidates: CandidateTable
  /// By group: a handoff or assignment whose days inside the period have been set.
  private let dated: [Int: PlannedOption]

  /// Reused from group to group.
  struct Scratch {
    var search = StartDaySearch.Scratch()
    /// By period: the start for a receiver whose own days do not matter.
    var starts: [StartChoice?] = []
    /// The moving members of a joint group.
    var movers: [Int32] = []
  }

  init(_ facts: PlanFacts, eligibility: EligibilityRules, dated: [Int: PlannedOption] = [:]) {
    self.dated = dated
    self.facts = facts
    self.eligibility = eligibility
    search = StartDaySearch(facts, eligibility: eligibility)
    steps = StepBuilder(facts: facts)
    candidates = CandidateTable(facts, eligibility: eligibility)
  }

  func visit<Visitor: OptionVisitor>(group: Int, _ visitor: inout Visitor, _ scratch: inout Scratch) {
    let members = facts.families.members(ofGroup: group)
    if let begun = begun(members) {
      visitor.permit(begun)
      // All that follows is banned, and of interest to those who ask why.
      guard Visitor.wantsBans else { return }
    }
    let first = facts.accounts[Int(members[members.startIndex])]
    if first.standing == .settled { visitStaying(.stay, members, &visitor) }
    if first.standing == .orphan {
      forEachReceiver(of: members, &visitor) { visitAssignments(to: $0, members, &$1) }
    } else {
      findStarts(members, &scratch)
      forEachReceiver(of: members, &visitor) { visitHandoffs(to: $0, members, &$1, &scratch) }
    }
    if members.count == 1, first.standing == .settled { visitCovers(members, &visitor) }
    if first.standing != .settled { visitStaying(.unassigned, members, &visitor) }
  }

  /// Ascending. Members of a joint group may have an incumbent whose own profile does not permit them, and bans
  /// concern everybody.
  private func forEachReceiver<Visitor: OptionVisitor>(
    of members: ArraySlice<Int32>, _ visitor: inout Visitor, _ body: (Int, inout Visitor) -> Void
  ) {
    if Visitor.wantsBans || members.count > 1 {
      for csm in facts.activeCSMs where !visitor.isSatisfied { body(csm, &visitor) }
    } else {
      for csm in candidates.candidates(forAccount: Int(members[members.startIndex])) { body(Int(csm), &visitor) }
    }
  }

  /// `stay` and `unassigned` are banned by a pin only.
  private func visitStaying<Visitor: OptionVisitor>(
    _ kind: PlannedOption.Kind, _ members: ArraySlice<Int32>, _ visitor: inout Visitor
  ) {
    let option = PlannedOption(kind)
    if let ban = pinBan(option, members) { return visitor.ban(option, ban) }
    permitUnlessAgreed(option, members, &visitor)
  }

  /// The handoff of a group that began before the first day.
  func begun(_ members: ArraySlice<Int32>) -> PlannedOption? {
    facts.agreements.isEmpty ? nil : eligibility.agreement.begun(members)
  }

  /// What a group is and stays if nothing new moves: a handoff that has begun goes on.
  func forEachInheritedStep(ofGroup group: Int, _ body: (Step) -> Void) {
    let members = facts.families.members(ofGroup: group)
    if let begun = begun(members) { return steps.forEachStep(of: begun, group: group, body) }
    for account in members { body(steps.inheritedStep(ofAccount: Int(account))) }
  }

  private func withDays(_ option: PlannedOption, _ members: ArraySlice<Int32>) -> PlannedOption {
    let group = Int(facts.families.groupOfAccount[Int(members[members.startIndex])])
    guard let dated = dated[group], dated.kind == option.kind, dated.csm == option.csm, dated.period == option.period
    else { return option }
    return dated
  }

  /// The last word on an option that no rule of the policy bans.
  private func permitUnlessAgreed<Visitor: OptionVisitor>(
    _ option: PlannedOption, _ members: ArraySlice<Int32>, _ visitor: inout Visitor
  ) {
    let option = dated.isEmpty ? option : withDays(option, members)
    guard !facts.agreements.isEmpty else { return visitor.permit(option) }
    for member in members {
      let step = steps.step(of: option, account: Int(member))
      if let ban = eligibility.agreement.ban(step) { return visitor.ban(option, ban) }
    }
    visitor.permit(option)
  }

  private func pinBan(_ option: PlannedOption, _ members: ArraySlice<Int32>) -> Ban? {
    for member in members {
      if let ban = eligibility.pin.ban(steps.step(of: option, account: Int(member))) { return ban }
    }
    return nil
  }

  // MARK: - Handoffs

  private func findStarts(_ members: ArraySlice<Int32>, _ scratch: inout Scratch) {
    scratch.starts.removeAll(keepingCapacity: true)
    for period in 0..<facts.periodCount {
      let request = StartRequest(accounts: members, period: period)
      scratch.starts.append(search.best(request, &scratch.search))
    }
  }

  private func visitHandoffs<Visitor: OptionVisitor>(
    to csm: Int, _ members: ArraySlice<Int32>, _ visitor: inout Visitor, _ scratch: inout Scratch
  ) {
    let movers = movers(to: csm, members, &scratch)
    guard !movers.isEmpty else { return }
    let isPermitted = permitsPairs(to: csm, members, movers)
    if !isPermitted && !Visitor.wantsBans { return }
    for period in 0..<facts.periodCount {
      let start = start(to: csm, members, movers, period, &scratch)
      let option = handoff(to: csm, period, start)
      if isPermitted, start != nil,
        !eligibility.presence.bans(steps.step(of: option, account: Int(movers[movers.startIndex])))
      {
        permitUnlessAgreed(option, members, &visitor)
      } else if Visitor.wantsBans {
        visitor.ban(option, handoffBan(option, members, movers, hasStart: start != nil, &scratch))
      }
    }
  }

  /// The members with another incumbent than the receiver; for most groups, all.
  func movers(to csm: Int, _ members: ArraySlice<Int32>, _ scratch: inout Scratch) -> ArraySlice<Int32> {
    if !members.contains(where: { facts.accounts[Int($0)].incumbent == csm }) { return members }
    scratch.movers = members.filter { facts.accounts[Int($0)].incumbent != csm }
    return scratch.movers[...]
  }

  private func permitsPairs(to csm: Int, _ members: ArraySlice<Int32>, _ movers: ArraySlice<Int32>) -> Bool {
    let option = PlannedOption(.handoff, csm: Int32(csm))
    for member in movers where !eligibility.permitsPair(steps.step(of: option, account: Int(member))) {
      return false
    }
    guard movers.count < members.count else { return true }
    return pinBan(option, members) == nil
  }

  /// The start found without the receiver, where it suits them; else one of their own.
  private func start(
    to csm: Int, _ members: ArraySlice<Int32>, _ movers: ArraySlice<Int32>, _ period: Int,
    _ scratch: inout Scratch
  ) -> StartChoice? {
    let receiver = facts.csms[csm]
    if movers.count == members.count {
      guard let choice = scratch.starts[period] else { return nil }
      if receiver.isPresentThroughout(DaySpan(choice.start, choice.effective)) { return choice }
    }
    let request = StartRequest(
      accounts: movers, period: period, earliest: receiver.startDay ?? DaySpan.beginningOfTime,
      leave: receiver.leave)
    return search.best(request, &scratch.search)
  }

  private func handoff(to csm: Int, _ period: Int, _ start: StartChoice?) -> PlannedOption {
    var option = PlannedOption(.handoff, csm: Int32(csm), period: Int16(period))
    guard let start else { return option }
    option.moment = start.moment
    option.start = CalendarDate(dayNumber: start.start)
    option.effective = CalendarDate(dayNumber: start.effective)
    return option
  }

  private func handoffBan(
    _ option: PlannedOption, _ members: ArraySlice<Int32>, _ movers: ArraySlice<Int32>, hasStart: Bool,
    _ scratch: inout Scratch
  ) -> Ban {
    let request = StartRequest(accounts: movers, period: Int(option.period))
    let first = steps.step(of: option, account: Int(movers[movers.startIndex]))
    let isAbsent = hasStart ? eligibility.presence.bans(first) : search.best(request, &scratch.search) != nil
    let presence =
      isAbsent
      ? Ban(rule: .presence, reason: self.eligibility.presence.absenceReason(csm: Int(option.csm))) : nil
    var named: (rank: Int, ban: Ban)?
    for member in movers {
      let found = eligibility.firstBan(steps.step(of: option, account: Int(member)), presenceBan: presence)
      if let found, found.rank < named?.rank ?? Int.max { named = found }
    }
    if named?.rank ?? Int.max > 2, let pin = pinBan(option, members) { return pin }
    return named?.ban ?? timingBan(request, &scratch)
  }

  private func timingBan(_ request: StartRequest, _ scratch: inout Scratch) -> Ban {
    if search.hasWindow(request, &scratch.search) {
      return Ban(rule: .blackout, reason: "Every day on which a moment is open meets a blackout")
    }
    return Ban(rule: .moment, reason: "No moment is open in this period")
  }

  /// Whether some moment permits some of the members to move together, as they would to a receiver outside the
  /// group, or to one of their incumbents.
  func hasMoment(forSomeOf members: ArraySlice<Int32>, _ scratch: inout Scratch) -> Bool {
    let incumbents = Set(members.map { facts.accounts[Int($0)].incumbent })
    let departures =
      [members] + (members.count > 1 ? incumbents.map { movers(to: $0, members, &scratch) } : [])
    return departures.contains { movers in
      !movers.isEmpty
        && (0..<facts.periodCount).contains { period in
          search.best(StartRequest(accounts: movers, period: period), &scratch.search) != nil
        }
    }
  }

  // MARK: - Assignments and covers

  private func visitAssignments<Visitor: OptionVisitor>(
    to csm: Int, _ members: ArraySlice<Int32>, _ visitor: inout Visitor
  ) {
    let account = Int(members[members.startIndex])
    var option = PlannedOption(.assign, csm: Int32(csm))
    if !Visitor.wantsBans && !eligibility.permitsPair(steps.step(of: option, account: account)) { return }
    for period in 0..<facts.periodCount {
      let days = facts.timeline.span(ofPeriod: period)
      let start = max(days.first, facts.csms[csm].startDay ?? days.first)
      option.period = Int16(period)
      option.start = CalendarDate(dayNumber: start)
      option.effective = option.start
      if days.contains(start) {
        visit(option, members, &visitor)
      } else if Visitor.wantsBans {
        visitor.ban(option, Ban(rule: .presence, reason: self.eligibility.presence.absenceReason(csm: csm)))
      }
    }
  }

  private func visitCovers<Visitor: OptionVisitor>(_ members: ArraySlice<Int32>, _ visitor: inout Visitor) {
    let account = Int(members[members.startIndex])
    let incumbent = facts.accounts[account].incumbent
    guard let leave = facts.csms[incumbent].longLeave else { return }
    let start = CalendarDate(dayNumber: leave.first)
    let period = Int16(facts.timeline.period(of: start) ?? 0)
    forEachReceiver(of: members, &visitor) { csm, visitor in
      guard csm != incumbent else { return }
      visit(
        PlannedOption(.cover, csm: Int32(csm), period: period, start: start, effective: start), members,
        &visitor)
    }
  }

  /// An option of a single account whose days are known.
  private func visit<Visitor: OptionVisitor>(
    _ option: PlannedOption, _ members: ArraySlice<Int32>, _ visitor: inout Visitor
  ) {
    let step = steps.step(of: option, account: Int(members[members.startIndex]))
    if eligibility.permitsPair(step) && !eligibility.presence.bans(step) {
      return permitUnlessAgreed(option, members, &visitor)
    }
    guard Visitor.wantsBans else { return }
    if let found = eligibility.firstBan(step, presenceBan: eligibility.presence.ban(step)) {
      visitor.ban(option, found.ban)
    }
  }
}
