import Portfolio

/// Section "Agreements".
extension Rederivation {
  /// About accounts and CSMs of the portfolio; others bind nobody.
  static func agreements(
    _ agreements: [Agreement], accounts: [String: Int], csms: [String: Int]
  ) -> [Int: [Agreement]] {
    var result: [Int: [Agreement]] = [:]
    for agreement in agreements where agreement.csm.map({ csms[$0] != nil }) ?? true {
      if let account = accounts[agreement.account] { result[account, default: []].append(agreement) }
    }
    return result
  }

  /// Up to the day before a deferral ends, no handoff of the account is in transition.
  static func deferrals(_ agreements: [Agreement]) -> [RederivedBlackout] {
    agreements.filter { $0.kind == .deferred }.compactMap { agreement in
      agreement.until.map { RederivedBlackout(end: $0.adding(days: -1)) }
    }
  }

  /// A handoff that started before the first day is all that its group may choose.
  func begun(_ group: RederivedGroup) -> PlannedOption? {
    for account in group.members {
      for agreement in agreements[account] ?? [] where agreement.kind == .begun {
        guard let csm = agreement.csm.flatMap({ csmIndex[$0] }), isActive[csm], let giver = incumbents[account],
          giver != csm, let start = agreement.start, let effective = agreement.effective
        else { continue }
        return PlannedOption(
          .handoff, csm: Int32(csm), period: 0, moment: moment(named: agreement.moment), start: start,
          effective: effective)
      }
    }
    return nil
  }

  private func moment(named id: String?) -> Int16 {
    if id == RuleID.departure.rawValue { return PlannedOption.forcedMoment }
    return Int16(policy.handoffs.moments.firstIndex { $0.id == id } ?? -1)
  }

  func hasBegun(_ option: PlannedOption) -> Bool { option.kind == .handoff && option.start < calendar.firstDay }

  /// An option that no rule of the policy bans, unless some member's agreements do.
  func agreed(_ option: PlannedOption, _ group: RederivedGroup) -> RederivedVerdict {
    let contradicts = group.members.contains { account in
      (agreements[account] ?? []).contains { forbids($0, option, account) }
    }
    return contradicts ? .banned(.agreement) : .permitted(option)
  }

  private func forbids(_ agreement: Agreement, _ option: PlannedOption, _ account: Int) -> Bool {
    // A member of a joint group that is with the receiver already stays.
    let own = option.kind == .handoff && incumbents[account] == Int(option.csm) ? PlannedOption(.stay) : option
    let moves = own.kind != .stay && own.kind != .unassigned
    switch agreement.kind {
    case .begun, .announced, .proposed: return false
    case .accepted: return !isSame(own, agreement)
    case .directed:
      guard let csm = agreement.csm.flatMap({ csmIndex[$0] }) else { return false }
      return finalCSM(of: account, under: own) != csm
    case .refused: return moves && csmIndex[agreement.csm ?? ""] == Int(own.csm)
    case .deferred: return moves && agreement.until.map { own.start < $0 } ?? false
    }
  }

  private func isSame(_ option: PlannedOption, _ agreement: Agreement) -> Bool {
    guard let move = agreement.move, move.kind == option.kind else { return false }
    if move == .stay { return true }
    guard csmIndex[agreement.csm ?? ""] == Int(option.csm) else { return false }
    return move == .cover || option.period == Int16(agreement.start.flatMap(calendar.period(of:)) ?? 0)
  }

  /// What it costs to do something else than what was announced.
  func announcedPrice(of option: PlannedOption, account: Int) -> Int64 {
    let isChanged = (agreements[account] ?? []).contains { $0.kind == .announced && !isSame(option, $0) }
    return isChanged ? policy.handoffs.announcedPrice.micropoints : 0
  }
}
