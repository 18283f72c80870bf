import Portfolio

/// What a customer loses when somebody they know goes: more after years together, when at risk, when it happened before.
final class ContinuityRule: ChargingRule {
  static let id = RuleID.continuity

  let facts: PlanFacts
  /// By account, in micropoints.
  private let prices: [Int64]

  init(_ facts: PlanFacts) {
    self.facts = facts
    let policy = facts.policy.continuity
    prices = facts.portfolio.accounts.indices.map { index in
      let account = facts.portfolio.accounts[index]
      let days = max(0, account.csmSince.map { facts.portfolio.asOf.days(since: $0) } ?? 0)
      let years = Int64(min(days / 365, policy.maximumTenureYears))
      let percent =
        100 + policy.percentPerYear * years + (facts.accounts[index].isAtRisk ? policy.atRiskPercent : 0)
        + policy.percentPerChange * Int64(account.csmChanges12Months ?? 0)
      return Exact.floor(policy.price[account.tier].micropoints, times: percent, over: 100)
    }
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard step.kind == .handoff, facts.accounts[step.account].standing == .settled else { return }
    ledger.charge(
      Self.id, prices[step.account],
      "\(facts.name(ofAccount: step.account)) loses \(facts.name(ofCSM: step.incumbent))")
  }
}
