import Portfolio

/// Turns accounts into numbers, and collects the vocabulary on the way.
struct AccountReader {
  private(set) var tiers = Vocabulary()
  private(set) var regions = Vocabulary()
  private let portfolio: Portfolio
  private let csms: [CSMFacts]
  private let csmIndices: [String: Int]
  private let policyPins: [String: String]

  init(_ portfolio: Portfolio, csms: [CSMFacts]) {
    self.portfolio = portfolio
    self.csms = csms
    csmIndices = Dictionary(
      portfolio.csms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    policyPins = Dictionary(
      portfolio.policy.eligibility.pins.map { ($0.accountID, $0.csmID) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func facts(of account: Account) -> AccountFacts {
    let incumbent = activeIncumbent(of: account)
    let pinnedID = account.pinnedCSMID ?? policyPins[account.id]
    return AccountFacts(
      standing: standing(incumbent), incumbent: incumbent ?? AccountFacts.nobody,
      tier: tiers.number(of: TierName.folded(account.tier)), region: regions.number(of: account.region),
      arr: account.arr?.thousands ?? 0, isAtRisk: isAtRisk(account),
      isStrategic: portfolio.policy.isStrategic(tier: account.tier),
      pin: pinnedID.flatMap { csmIndices[$0] } ?? AccountFacts.nobody, isPoolAllowed: account.poolOK)
  }

  private func activeIncumbent(of account: Account) -> Int? {
    guard let csm = account.csmID.flatMap({ csmIndices[$0] }), csms[csm].isActive else { return nil }
    return csm
  }

  private func standing(_ incumbent: Int?) -> AccountFacts.Standing {
    guard let incumbent else { return .orphan }
    return csms[incumbent].isDeparting ? .departing : .settled
  }

  private func isAtRisk(_ account: Account) -> Bool {
    if let health = account.health, health < portfolio.policy.effort.lowHealth { return true }
    return account.relationship == .atRisk
  }
}
