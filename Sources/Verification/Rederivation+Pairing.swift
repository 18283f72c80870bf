import Portfolio

/// Section "Load of a pairing", and how well a CSM fits an account.
extension Rederivation {
  enum RegionFit { case covered, adjacent, uncovered }
  enum DomainFit { case fine, weak, missing }

  /// f(a, k).
  func effortFactor(_ csm: Int) -> Int64 { csms[csm].kind == .pool ? policy.capacity.poolEffort : 100 }

  func domainFit(_ domain: String, account: Int, csm: Int) -> DomainFit {
    guard let level = csms[csm].domains[domain] else { return .missing }
    return level < tiers[account].requiredLevel ? .weak : .fine
  }

  func treatment(_ fit: DomainFit, account: Int) -> EligibilityPolicy.Treatment {
    switch fit {
    case .fine: .off
    case .weak: tiers[account].weak
    case .missing: tiers[account].missing
    }
  }

  /// x(a, k).
  func expertisePenalty(account: Int, csm: Int) -> Int64 {
    var largest: Int64 = 0
    for domain in accounts[account].domains {
      let fit = domainFit(domain, account: account, csm: csm)
      guard treatment(fit, account: account) != .off else { continue }
      switch fit {
      case .fine: break
      case .weak: largest = max(largest, policy.eligibility.weakPercent)
      case .missing: largest = max(largest, policy.eligibility.missingPercent)
      }
    }
    return largest
  }

  /// L(a, k, 0) ... L(a, k, P).
  func loads(account: Int, csm: Int) -> [Int64] {
    let factor = effortFactor(csm) * (100 + expertisePenalty(account: account, csm: csm))
    let reached = cumulativeEfforts[account].map { $0 * factor / 10_000 }
    return zip(reached.dropFirst(), reached).map { $0 - $1 } + [efforts[account] * factor / 10_000]
  }

  func regionFit(account: Int, csm: Int) -> RegionFit {
    let region = accounts[account].region
    let covered = csms[csm].regions
    if covered.contains(region) { return .covered }
    return covered.contains { areAdjacent($0, region) } ? .adjacent : .uncovered
  }

  /// Adjacency holds both ways, whichever of the two regions states it.
  private func areAdjacent(_ one: String, _ other: String) -> Bool {
    policy.regions.contains { definition in
      (definition.name == one && definition.adjacent.contains(other))
        || (definition.name == other && definition.adjacent.contains(one))
    }
  }

  func tierFits(account: Int, csm: Int) -> Bool {
    csms[csm].tiers.isEmpty || csms[csm].tiers.contains(accounts[account].tier)
  }

  func languageFits(account: Int, csm: Int) -> Bool {
    guard let language = accounts[account].language, !csms[csm].languages.isEmpty else { return true }
    return csms[csm].languages.contains { $0.lowercased() == language.lowercased() }
  }

  /// What a pairing costs per month that it lasts, by rule.
  func monthlyPrices(account: Int, csm: Int) -> [RuleID: Int64] {
    let rules = policy.eligibility
    var prices: [RuleID: Int64] = [:]
    if rules.region != .off {
      switch regionFit(account: account, csm: csm) {
      case .covered: break
      case .adjacent: prices[.region] = rules.adjacentPrice.micropoints
      case .uncovered: prices[.region] = rules.regionPrice.micropoints
      }
    }
    if rules.tier != .off && !tierFits(account: account, csm: csm) {
      prices[.tier] = rules.tierPrice.micropoints
    }
    if rules.language != .off && !languageFits(account: account, csm: csm) {
      prices[.language] = rules.languagePrice.micropoints
    }
    if forbidden.contains(RederivedPair(account: account, csm: csm)) {
      prices[.forbiddenPair] = rules.forbiddenPrice.micropoints
    }
    prices[.domain] = domainPrice(account: account, csm: csm)
    return prices
  }

  private func domainPrice(account: Int, csm: Int) -> Int64 {
    let (effort, factor) = (efforts[account], effortFactor(csm))
    let inflated = effort * factor * (100 + expertisePenalty(account: account, csm: csm)) / 10_000
    return policy.eligibility.pricePerExtraMinute.micropoints * (inflated - effort * factor / 100)
  }
}
