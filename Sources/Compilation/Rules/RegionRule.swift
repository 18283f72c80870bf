import Portfolio

/// Accounts belong to CSMs who cover their region; an adjacent region is second best.
final class RegionRule: BanningRule, MonthlyPriceRule {
  static let id = RuleID.region

  enum Standing: Sendable { case covered, adjacent, uncovered }

  let facts: PlanFacts
  private let treatment: EligibilityPolicy.Treatment
  private let adjacentPrice: Int64
  private let uncoveredPrice: Int64
  /// `region * csmCount + csm`.
  private let standings: [Standing]

  init(_ facts: PlanFacts) {
    self.facts = facts
    let policy = facts.policy
    treatment = policy.eligibility.region
    adjacentPrice = policy.eligibility.adjacentPrice.micropoints
    uncoveredPrice = policy.eligibility.regionPrice.micropoints
    let neighbours = RegionRule.neighbours(policy.regions)
    standings = facts.regions.words.flatMap { region in
      facts.portfolio.csms.map { csm in
        if csm.regions.contains(region) { return .covered }
        return csm.regions.contains { neighbours[region]?.contains($0) ?? false } ? .adjacent : .uncovered
      }
    }
  }

  /// Adjacency said of one region holds for both.
  private static func neighbours(_ regions: [RegionDefinition]) -> [String: Set<String>] {
    var neighbours: [String: Set<String>] = [:]
    for region in regions {
      for other in region.adjacent {
        neighbours[region.name, default: []].insert(other)
        neighbours[other, default: []].insert(region.name)
      }
    }
    return neighbours
  }

  func standing(account: Int, csm: Int) -> Standing {
    standings[facts.accounts[account].region * facts.csms.count + csm]
  }

  func bans(_ step: Step) -> Bool {
    treatment == .ban && standing(account: step.account, csm: step.receiver) == .uncovered
  }

  func banReason(_ step: Step) -> String { chargeReason(account: step.account, csm: step.receiver) }

  func monthlyPrice(account: Int, csm: Int) -> Int64 {
    guard treatment != .off else { return 0 }
    switch standing(account: account, csm: csm) {
    case .covered: return 0
    case .adjacent: return adjacentPrice
    case .uncovered: return uncoveredPrice
    }
  }

  func chargeReason(account: Int, csm: Int) -> String {
    let region = facts.portfolio.accounts[account].region
    let isAdjacent = standing(account: account, csm: csm) == .adjacent
    return
      "\(facts.name(ofCSM: csm)) \(isAdjacent ? "covers only a neighbour of" : "does not cover") \(region)"
  }
}
