import Portfolio

/// Being without a CSM has a price for every month; it is never silent.
final class CoverageRule: ChargingRule {
  static let id = RuleID.coverage

  let facts: PlanFacts
  /// `u(a)` by account, in micropoints per month.
  private let monthlyPrices: [Int64]

  init(_ facts: PlanFacts) {
    self.facts = facts
    monthlyPrices = facts.accounts.indices.map(facts.unassignedPrice(ofAccount:))
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    let price = monthlyPrices[step.account]
    switch step.kind {
    case .assign:
      let amount = facts.timeline.held(price, periods: step.period, tail: false)
      ledger.charge(Self.id, amount, "\(facts.name(ofAccount: step.account)) waits for a CSM")
    case .unassigned:
      let held = step.incumbent == Step.nobody ? 0 : facts.csms[step.incumbent].lastPeriod
      let amount = facts.timeline.held(price, periods: facts.periodCount - held, tail: true)
      ledger.charge(Self.id, amount, "\(facts.name(ofAccount: step.account)) has no CSM")
    case .stay, .handoff, .cover:
      break
    }
  }
}
