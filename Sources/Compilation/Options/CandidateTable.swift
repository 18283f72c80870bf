import Portfolio

/// Which CSMs an account could go to as far as region, tier, language, domains and departures are concerned: by
/// *profile*, because accounts share few of them. A team of a thousand is mostly banned by these, and would else be
/// asked about for every account.
struct CandidateTable: Sendable {
  private struct Profile: Hashable {
    let region: Int
    let tier: Int
    let expertise: Int32
    let language: String?
  }

  private let profileOfAccount: [Int32]
  /// Candidates of profile `p`: `csms[starts[p] ..< starts[p + 1]]`, ascending.
  private var starts: [Int32] = [0]
  private var csms: [Int32] = []

  /// O(profiles times active CSMs + accounts).
  init(_ facts: PlanFacts, eligibility: EligibilityRules) {
    var numbers: [Profile: Int32] = [:]
    var representatives: [Int] = []
    profileOfAccount = facts.accounts.enumerated().map { index, account in
      let profile = Profile(
        region: account.region, tier: account.tier, expertise: facts.expertise.profile(ofAccount: index),
        language: facts.portfolio.accounts[index].language)
      if let known = numbers[profile] { return known }
      numbers[profile] = Int32(representatives.count)
      representatives.append(index)
      return Int32(representatives.count - 1)
    }
    for account in representatives {
      let incumbent = facts.accounts[account].incumbent
      for csm in facts.activeCSMs
      where eligibility.permitsProfile(
        Step(account: account, kind: .handoff, incumbent: incumbent, receiver: csm))
      {
        csms.append(Int32(csm))
      }
      starts.append(Int32(csms.count))
    }
  }

  func candidates(forAccount account: Int) -> ArraySlice<Int32> {
    let profile = Int(profileOfAccount[account])
    return csms[Int(starts[profile])..<Int(starts[profile + 1])]
  }
}
