import Portfolio

/// The minutes a handoff itself costs both people, in the hours of `CapacityRule`.
final class HandoffEffortRule: ConsumingRule {
  static let id = RuleID.handoffEffort

  let facts: PlanFacts
  private let capacity: CapacityRule
  /// By account, in minutes.
  private let giving: [Int64]
  private let receiving: [Int64]

  init(_ facts: PlanFacts, capacity: CapacityRule) {
    self.facts = facts
    self.capacity = capacity
    let policy = facts.policy.handoffs
    giving = facts.portfolio.accounts.map { policy.givingEffort[$0.tier].value }
    receiving = facts.portfolio.accounts.map { policy.receivingEffort[$0.tier].value }
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    switch step.kind {
    case .handoff where step.hasBegun: break
    case .handoff:
      give(step, step.incumbent, step.period, &ledger)
      receive(step, step.receiver, step.period, &ledger)
    case .assign:
      receive(step, step.receiver, step.period, &ledger)
    case .cover:
      let back = lastCoverPeriod(of: step)
      give(step, step.incumbent, step.period, &ledger)
      receive(step, step.receiver, step.period, &ledger)
      give(step, step.receiver, back, &ledger)
      receive(step, step.incumbent, back, &ledger)
    case .stay, .unassigned:
      break
    }
  }

  /// `t1`: the account is handed back in the period of the last cover day.
  private func lastCoverPeriod(of step: Step) -> Int {
    guard let leave = facts.csms[step.incumbent].longLeave else { return step.period }
    return facts.timeline.period(of: CalendarDate(dayNumber: leave.last)) ?? step.period
  }

  private func give(_ step: Step, _ csm: Int, _ period: Int, _ ledger: inout some Ledger) {
    ledger.consume(Self.id, giving[step.account], of: capacity.resource(csm: csm, period: period))
  }

  private func receive(_ step: Step, _ csm: Int, _ period: Int, _ ledger: inout some Ledger) {
    ledger.consume(Self.id, receiving[step.account], of: capacity.resource(csm: csm, period: period))
  }
}
