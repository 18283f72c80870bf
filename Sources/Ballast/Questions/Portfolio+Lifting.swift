import Portfolio

/// The same portfolio without a ban. Limits are lifted on the model, see `QuestionModel`.
extension Portfolio {
  /// The portfolio in which a rule does not ban a subject; equal to this one where it is lifted on the model, or where
  /// there is nothing to lift.
  func lifting(_ lift: RuleLift) -> Portfolio {
    var changed = self
    switch lift.kind {
    case .account: changed.lift(lift.rule, account: lift.subject)
    case .csm: changed.lift(lift.rule, csm: lift.subject)
    case .lock: changed.policy.locks.removeAll { $0.id == lift.subject }
    case .all: changed.liftForAll(lift.rule)
    }
    return changed
  }

  private mutating func lift(_ rule: RuleID, account id: String) {
    guard let index = accounts.firstIndex(where: { $0.id == id }) else { return }
    switch rule {
    case .agreement: agreements.removeAll { $0.account == id }
    case .blackout: policy.handoffs.blackouts.exempt.append(id)
    case .forbiddenPair: policy.eligibility.forbidden.removeAll { $0.accountID == id }
    case .language: accounts[index].language = nil
    case .lock:
      // The first lock that matches wins: this one charges nothing.
      var free = LockRule(id: "lifted", reason: "Lifted")
      free.accountIDs = [id]
      free.price = .zero
      policy.locks.insert(free, at: 0)
    case .pin:
      accounts[index].pinnedCSMID = nil
      policy.eligibility.pins.removeAll { $0.accountID == id }
    case .pool: accounts[index].poolOK = true
    default: break
    }
  }

  private mutating func lift(_ rule: RuleID, csm id: String) {
    guard let index = csms.firstIndex(where: { $0.id == id }) else { return }
    switch rule {
    case .departure: csms[index].lastDay = nil
    case .domain:
      let known = Set(accounts.flatMap(\.domains))
      for domain in known { csms[index].domains[domain] = .expert }
    case .language: csms[index].languages = []
    case .leave: csms[index].leave = nil
    case .presence: (csms[index].leave, csms[index].startDate) = (nil, nil)
    case .region: csms[index].regions = Set(csms[index].regions + accounts.map(\.region)).sorted()
    case .tier: csms[index].tiers = []
    default: break
    }
  }

  /// As if a CSM were not there: whoever was looked after by them has nobody.
  mutating func remove(csm id: String) {
    for index in csms.indices where csms[index].id == id { csms[index].active = false }
  }
}

extension Portfolio {
  /// What was banned for everybody is charged instead.
  private mutating func liftForAll(_ rule: RuleID) {
    func priced(_ treatment: EligibilityPolicy.Treatment) -> EligibilityPolicy.Treatment {
      treatment == .ban ? .price : treatment
    }
    switch rule {
    case .domain:
      for tier in Set(accounts.map(\.tier)) {
        policy.eligibility.weak[tier] = priced(policy.eligibility.weak[tier])
        policy.eligibility.missing[tier] = priced(policy.eligibility.missing[tier])
      }
    case .language: policy.eligibility.language = priced(policy.eligibility.language)
    case .region: policy.eligibility.region = priced(policy.eligibility.region)
    case .tier: policy.eligibility.tier = priced(policy.eligibility.tier)
    default: break
    }
  }
}
