import Portfolio

/// CSMs who list tiers hold accounts of these tiers only.
final class TierQualificationRule: BanningRule, MonthlyPriceRule {
  static let id = RuleID.tier

  let facts: PlanFacts
  private let treatment: EligibilityPolicy.Treatment
  private let price: Int64
  /// `tier * csmCount + csm`.
  private let isQualified: [Bool]

  init(_ facts: PlanFacts) {
    self.facts = facts
    treatment = facts.policy.eligibility.tier
    price = facts.policy.eligibility.tierPrice.micropoints
    let listed = facts.portfolio.csms.map { Set($0.tiers.map(TierName.folded)) }
    isQualified = facts.tiers.words.flatMap { tier in listed.map { $0.isEmpty || $0.contains(tier) } }
  }

  func isQualified(account: Int, csm: Int) -> Bool {
    isQualified[facts.accounts[account].tier * facts.csms.count + csm]
  }

  func bans(_ step: Step) -> Bool {
    treatment == .ban && !isQualified(account: step.account, csm: step.receiver)
  }

  func banReason(_ step: Step) -> String { chargeReason(account: step.account, csm: step.receiver) }

  func monthlyPrice(account: Int, csm: Int) -> Int64 {
    treatment == .off || isQualified(account: account, csm: csm) ? 0 : price
  }

  func chargeReason(account: Int, csm: Int) -> String {
    "\(facts.name(ofCSM: csm)) does not hold \(facts.portfolio.accounts[account].tier) accounts"
  }
}
