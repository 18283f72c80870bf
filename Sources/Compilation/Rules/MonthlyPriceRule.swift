import Portfolio

/// A rule that charges a pairing for every month that it lasts, whoever began it.
protocol MonthlyPriceRule: ChargingRule {
  var facts: PlanFacts { get }
  /// Micropoints per month; 0 when nothing is wrong with the pairing.
  func monthlyPrice(account: Int, csm: Int) -> Int64
  func chargeReason(account: Int, csm: Int) -> String
}

extension MonthlyPriceRule {
  /// Giver and receiver are rounded separately.
  func charge(_ step: Step, to ledger: inout some Ledger) {
    let periods = facts.periodCount
    switch step.kind {
    case .stay, .cover:
      charge(step.account, step.incumbent, periods: periods, tail: true, to: &ledger)
    case .handoff:
      charge(step.account, step.incumbent, periods: step.period, tail: false, to: &ledger)
      charge(step.account, step.receiver, periods: periods - step.period, tail: true, to: &ledger)
    case .assign:
      charge(step.account, step.receiver, periods: periods - step.period, tail: true, to: &ledger)
    case .unassigned where step.incumbent != Step.nobody:
      charge(
        step.account, step.incumbent, periods: facts.csms[step.incumbent].lastPeriod, tail: false, to: &ledger
      )
    case .unassigned:
      break
    }
  }

  private func charge(
    _ account: Int, _ csm: Int, periods: Int, tail: Bool, to ledger: inout some Ledger
  ) {
    let price = monthlyPrice(account: account, csm: csm)
    guard price > 0 else { return }
    let amount = facts.timeline.held(price, periods: periods, tail: tail)
    ledger.charge(Self.id, amount, chargeReason(account: account, csm: csm))
  }
}
