import Portfolio

/// Section "Bans": which rule removes a new pairing.
extension Rederivation {
  /// The first of pin ... pool that bans a new pairing of an account with a receiver or cover.
  func pairingBan(account: Int, receiver csm: Int, kind: PlannedOption.Kind) -> RuleID? {
    let final = kind == .cover ? incumbents[account] : csm
    if isPinned[account] && pins[account] != final { return .pin }
    return fitBan(account: account, receiver: csm)
  }

  /// The first of forbidden-pair ... pool that bans a new pairing.
  func fitBan(account: Int, receiver csm: Int) -> RuleID? {
    let rules = policy.eligibility
    if forbidden.contains(RederivedPair(account: account, csm: csm)) { return .forbiddenPair }
    if rules.region == .ban, regionFit(account: account, csm: csm) == .uncovered { return .region }
    if rules.tier == .ban, !tierFits(account: account, csm: csm) { return .tier }
    if rules.language == .ban, !languageFits(account: account, csm: csm) { return .language }
    if hasBannedDomain(account: account, csm: csm) { return .domain }
    if csms[csm].kind == .pool, !accounts[account].poolOK { return .pool }
    return nil
  }

  private func hasBannedDomain(account: Int, csm: Int) -> Bool {
    accounts[account].domains.contains { domain in
      treatment(domainFit(domain, account: account, csm: csm), account: account) == .ban
    }
  }

  /// Without a pairing, only the pin can object.
  func isBannedByPin(account: Int, final csm: Int?) -> Bool { isPinned[account] && pins[account] != csm }

  /// The first lock that matches a settled account.
  func lock(on account: Int) -> LockRule? {
    guard standings[account] == .settled else { return nil }
    return policy.locks.first { matches($0, account: account) }
  }

  private func matches(_ lock: LockRule, account index: Int) -> Bool {
    let account = accounts[index]
    if let wanted = lock.atRisk, wanted != isAtRisk(index) { return false }
    if let wanted = lock.escalationOpen, wanted != account.escalationOpen { return false }
    if let wanted = lock.hasLockReason, wanted != (account.lockReason != nil) { return false }
    if let tiers = lock.tiers, !tiers.contains(account.tier) { return false }
    if let regions = lock.regions, !regions.contains(account.region) { return false }
    if let lifecycles = lock.lifecycles {
      guard let lifecycle = account.lifecycle, lifecycles.contains(lifecycle) else { return false }
    }
    if let ids = lock.csmIDs {
      guard let csm = incumbents[index], ids.contains(csms[csm].id) else { return false }
    }
    if let ids = lock.accountIDs, !ids.contains(account.id) { return false }
    if let least = lock.arrAtLeast {
      guard let arr = account.arr, arr >= least else { return false }
    }
    return true
  }
}
