import Portfolio

/// Weak or missing expertise costs extra minutes, each charged; for some tiers it rules a CSM out.
final class DomainExpertiseRule: BanningRule, MonthlyPriceRule {
  static let id = RuleID.domain

  let facts: PlanFacts
  private let pricePerExtraMinute: Int64

  init(_ facts: PlanFacts) {
    self.facts = facts
    pricePerExtraMinute = facts.policy.eligibility.pricePerExtraMinute.micropoints
  }

  func isBanned(account: Int, csm: Int) -> Bool { facts.expertise.isBanned(account: account, csm: csm) }

  func bans(_ step: Step) -> Bool { isBanned(account: step.account, csm: step.receiver) }

  func banReason(_ step: Step) -> String {
    "\(facts.name(ofCSM: step.receiver)) lacks expertise in \(missingDomains(step.account, step.receiver))"
  }

  func monthlyPrice(account: Int, csm: Int) -> Int64 {
    guard facts.effort.expertisePercent(account: account, csm: csm) > 0 else { return 0 }
    let extra =
      facts.effort.load(account: account, csm: csm, period: facts.periodCount)
      - facts.effort.minutesWithExpertise(account: account, csm: csm)
    return Exact.product(extra, pricePerExtraMinute)
  }

  func chargeReason(account: Int, csm: Int) -> String {
    let percent = facts.effort.expertisePercent(account: account, csm: csm)
    return "\(facts.name(ofCSM: csm)) needs \(percent) % more time for \(missingDomains(account, csm))"
  }

  private func missingDomains(_ account: Int, _ csm: Int) -> String {
    let account = facts.portfolio.accounts[account]
    let required = facts.policy.eligibility.requiredLevel[account.tier]
    let levels = facts.portfolio.csms[csm].domains
    return account.domains.filter { (levels[$0].map { $0 < required }) ?? true }.joined(separator: ", ")
  }
}
