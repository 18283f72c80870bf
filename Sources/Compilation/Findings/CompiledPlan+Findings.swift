import Portfolio

/// What is short and what is already wrong, for the reports. Nothing of it is an error.
extension CompiledPlan {
  /// Needs that no active, not departing CSM covers, by kind and then by value. An adjacent region is covered.
  package var shortages: [Shortage] {
    let csms = facts.remainingCSMs
    let eligibility = rules.eligibility
    return shortages(.region, needs: { [$0.region] }) { account, _ in
      csms.contains { eligibility.region.standing(account: account, csm: $0) != .uncovered }
    }
      + shortages(.tier, needs: { [$0.tier] }) { account, _ in
        csms.contains { eligibility.tier.isQualified(account: account, csm: $0) }
      }
      + shortages(.domain, needs: \.domains) { _, domain in
        csms.contains { facts.portfolio.csms[$0].domains[domain] != nil }
      }
      + shortages(.language, needs: { $0.language.map { [$0.lowercased()] } ?? [] }) { account, _ in
        csms.contains { eligibility.language.isSpoken(account: account, csm: $0) }
      }
  }

  private func shortages(
    _ kind: Shortage.Kind, needs: (Account) -> [String], isCovered: (Int, String) -> Bool
  ) -> [Shortage] {
    var covered: [String: Bool] = [:]
    var accounts: [String: [Int]] = [:]
    for (index, account) in portfolio.accounts.enumerated() {
      for need in needs(account) {
        let known = covered[need] ?? isCovered(index, need)
        covered[need] = known
        if !known { accounts[need, default: []].append(index) }
      }
    }
    return accounts.sorted { $0.key < $1.key }.map { value, accounts in
      Shortage(
        kind: kind, value: value, accounts: accounts,
        minutes: accounts.reduce(0) { $0 + effort.nominal[$1] })
    }
  }

  /// Pairings by account, then limits by resource.
  package var inheritedBreaches: [InheritedBreach] {
    facts.accounts.indices.flatMap(pairingBreaches(ofAccount:)) + limitBreaches
  }

  private func pairingBreaches(ofAccount account: Int) -> [InheritedBreach] {
    guard facts.accounts[account].standing == .settled else { return [] }
    let incumbent = facts.accounts[account].incumbent
    let newPairing = Step(account: account, kind: .assign, incumbent: Step.nobody, receiver: incumbent)
    let eligibility = rules.eligibility
    let bans = [
      eligibility.forbiddenPair.ban(newPairing), eligibility.region.ban(newPairing),
      eligibility.tier.ban(newPairing),
      eligibility.language.ban(newPairing), eligibility.domain.ban(newPairing),
    ]
    return bans.compactMap { ban in
      ban.map { .pairing(account: account, csm: incumbent, rule: $0.rule, reason: $0.reason) }
    }
  }

  private var limitBreaches: [InheritedBreach] {
    meaning.resources.indices.compactMap { resource in
      guard let limit = policyLimits[resource], inheritedLoads[resource] > limit else { return nil }
      return .limit(resource: meaning.resources[resource], limit: limit, inherited: inheritedLoads[resource])
    }
  }
}
