import Portfolio

/// Pairs that a person ruled out; where one exists already, it is charged while it lasts.
final class ForbiddenPairRule: BanningRule, MonthlyPriceRule {
  static let id = RuleID.forbiddenPair

  private struct Pair: Hashable {
    let account: Int
    let csm: Int
  }

  let facts: PlanFacts
  private let price: Int64
  /// The reason a person gave, or an empty text.
  private let reasons: [Pair: String]
  /// Most accounts are in no pair at all.
  private let isListed: [Bool]

  init(_ facts: PlanFacts) {
    self.facts = facts
    price = facts.policy.eligibility.forbiddenPrice.micropoints
    let accounts = Dictionary(
      facts.portfolio.accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let csms = Dictionary(
      facts.portfolio.csms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var reasons: [Pair: String] = [:]
    var isListed = Array(repeating: false, count: facts.accounts.count)
    for pairing in facts.policy.eligibility.forbidden {
      guard let account = accounts[pairing.accountID], let csm = csms[pairing.csmID] else { continue }
      isListed[account] = true
      if reasons[Pair(account: account, csm: csm)] == nil {
        reasons[Pair(account: account, csm: csm)] = pairing.reason ?? ""
      }
    }
    self.reasons = reasons
    self.isListed = isListed
  }

  func isForbidden(account: Int, csm: Int) -> Bool {
    isListed[account] && reasons[Pair(account: account, csm: csm)] != nil
  }

  func bans(_ step: Step) -> Bool { isForbidden(account: step.account, csm: step.receiver) }

  func banReason(_ step: Step) -> String { chargeReason(account: step.account, csm: step.receiver) }

  func monthlyPrice(account: Int, csm: Int) -> Int64 {
    isForbidden(account: account, csm: csm) ? price : 0
  }

  func chargeReason(account: Int, csm: Int) -> String {
    let pair = "\(facts.name(ofAccount: account)) and \(facts.name(ofCSM: csm)) are not to be paired"
    let reason = reasons[Pair(account: account, csm: csm)] ?? ""
    return reason.isEmpty ? pair : "\(pair): \(reason)"
  }
}
