import Portfolio

/// What has been agreed on about each account, as numbers. Most accounts have no agreement.
struct AgreementBook: Sendable {
  struct Terms: Sendable {
    /// Begun or accepted: nothing else is permitted. Its days count only where it has begun.
    var fixed: PlannedOption?
    var hasBegun = false
    /// Announced: anything else has a price.
    var announced: PlannedOption?
    /// Published, in whatever state.
    var planned: PlannedOption?
    /// With whom the account ends, or `nobody`.
    var directed = AccountFacts.nobody
    var refused: [Int] = []
    /// Nothing starts before this day.
    var notBefore = DaySpan.beginningOfTime
    /// What the agreements say of themselves, by kind.
    var words: [Agreement.Kind: Agreement] = [:]
  }

  private let terms: [Int: Terms]

  /// Agreements about accounts or CSMs that are not in the portfolio bind nobody: who reads them reports them.
  init(_ portfolio: Portfolio, facts: [AccountFacts], csms csmFacts: [CSMFacts], timeline: Timeline) {
    guard !portfolio.agreements.isEmpty else {
      terms = [:]
      return
    }
    let accounts = Dictionary(
      portfolio.accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let csms = Dictionary(
      portfolio.csms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var terms: [Int: Terms] = [:]
    for agreement in portfolio.agreements {
      guard let account = accounts[agreement.account] else { continue }
      let csm = agreement.csm.flatMap { csms[$0] }
      guard csm != nil || agreement.csm == nil else { continue }
      if agreement.kind == .begun, !Self.canGoOn(facts[account].incumbent, csm, csmFacts) { continue }
      terms[account, default: Terms()].add(agreement, csm: csm, portfolio.policy.handoffs.moments, timeline)
    }
    self.terms = terms
  }

  /// A handoff that has begun has two sides who are still there.
  private static func canGoOn(_ incumbent: Int, _ receiver: Int?, _ csms: [CSMFacts]) -> Bool {
    guard let receiver, incumbent != AccountFacts.nobody, incumbent != receiver else { return false }
    return csms[receiver].isActive
  }

  var isEmpty: Bool { terms.isEmpty }

  func terms(ofAccount account: Int) -> Terms? { terms.isEmpty ? nil : terms[account] }
}

extension AgreementBook.Terms {
  fileprivate mutating func add(_ agreement: Agreement, csm: Int?, _ moments: [Moment], _ timeline: Timeline) {
    words[agreement.kind] = agreement
    switch agreement.kind {
    case .begun:
      fixed = Self.begun(agreement, csm, moments)
      hasBegun = fixed != nil
    case .accepted: fixed = fixed ?? Self.option(agreement, csm, timeline)
    case .announced:
      announced = Self.option(agreement, csm, timeline)
      planned = announced
    case .proposed: planned = Self.option(agreement, csm, timeline)
    case .refused: if let csm { refused.append(csm) }
    case .deferred: notBefore = max(notBefore, agreement.until?.dayNumber ?? DaySpan.beginningOfTime)
    case .directed: directed = csm ?? AccountFacts.nobody
    }
  }

  private static func begun(_ agreement: Agreement, _ csm: Int?, _ moments: [Moment]) -> PlannedOption? {
    guard let csm, let start = agreement.start, let effective = agreement.effective else { return nil }
    let moment = moments.firstIndex { $0.id == agreement.moment }.map(Int16.init) ?? -1
    return PlannedOption(
      .handoff, csm: Int32(csm), period: 0,
      moment: agreement.moment == RuleID.departure.rawValue ? PlannedOption.forcedMoment : moment, start: start,
      effective: effective)
  }

  private static func option(_ agreement: Agreement, _ csm: Int?, _ timeline: Timeline) -> PlannedOption? {
    guard let move = agreement.move else { return nil }
    if move == .stay { return PlannedOption(.stay) }
    guard let csm else { return nil }
    let period = agreement.start.flatMap(timeline.period(of:)) ?? 0
    return PlannedOption(move.kind, csm: Int32(csm), period: Int16(period))
  }
}

extension PlannedOption {
  /// Whether a step does what this option says: a cover has its days from the leave, whatever the period.
  func describes(_ step: Step) -> Bool {
    guard kind == step.kind else { return false }
    switch kind {
    case .stay, .unassigned: return true
    case .cover: return Int(csm) == step.receiver
    case .handoff, .assign: return Int(csm) == step.receiver && Int(period) == step.period
    }
  }
}
