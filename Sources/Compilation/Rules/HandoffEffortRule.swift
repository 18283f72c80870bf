import Portfolio

/// The minutes a handoff itself costs both people, in the hours of `CapacityRule`.
///
/// Who is above the hard limit on arrival hands over instead of working on the account, not on top of it: else the
/// breach would grow in the weeks of the overlap, and nobody could ever be relieved.
final class HandoffEffortRule: ConsumingRule {
  static let id = RuleID.handoffEffort

  let facts: PlanFacts
  private let capacity: CapacityRule
  /// By account, in minutes.
  private let giving: [Int64]
  private let receiving: [Int64]
  /// By resource of hours; empty: nobody.
  private let overloads: [Bool]

  init(_ facts: PlanFacts, capacity: CapacityRule, overloads: [Bool] = []) {
    self.facts = facts
    self.capacity = capacity
    self.overloads = overloads
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
    let resource = capacity.resource(csm: csm, period: period)
    ledger.consume(Self.id, counted(giving[step.account], step, csm, period, resource), of: resource)
  }

  private func receive(_ step: Step, _ csm: Int, _ period: Int, _ ledger: inout some Ledger) {
    let resource = capacity.resource(csm: csm, period: period)
    ledger.consume(Self.id, counted(receiving[step.account], step, csm, period, resource), of: resource)
  }

  /// The incumbent's minutes, as far as they do not come on top of what is too much already.
  private func counted(_ minutes: Int64, _ step: Step, _ csm: Int, _ period: Int, _ resource: Int32) -> Int64 {
    guard csm == step.incumbent, resource >= 0, !overloads.isEmpty, overloads[Int(resource)] else { return minutes }
    return min(minutes, capacity.endedWork(step, period))
  }
}
