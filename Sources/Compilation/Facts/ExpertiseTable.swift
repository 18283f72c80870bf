import Portfolio

/// `x(a, k)` and the domain bans, by *profile* (tier and required domains) instead of by account: accounts share
/// few profiles, so that no domain is looked up for a pair.
struct ExpertiseTable: Sendable {
  private let csmCount: Int
  private let profileOfAccount: [Int32]
  /// `profile * csmCount + csm`.
  private var percents: [Int32] = []
  private var bans: [Bool] = []

  private struct Profile: Hashable {
    let tier: String
    let domains: [String]
  }

  init(_ portfolio: Portfolio) {
    csmCount = portfolio.csms.count
    var numbers: [Profile: Int32] = [:]
    var profiles: [Profile] = []
    profileOfAccount = portfolio.accounts.map { account in
      let profile = Profile(tier: account.tier, domains: account.domains)
      if let known = numbers[profile] { return known }
      numbers[profile] = Int32(profiles.count)
      profiles.append(profile)
      return Int32(profiles.count - 1)
    }
    for profile in profiles {
      for csm in portfolio.csms { append(profile, csm, portfolio.policy.eligibility) }
    }
  }

  private mutating func append(_ profile: Profile, _ csm: CSM, _ policy: EligibilityPolicy) {
    var percent: Percent = 0
    var isBanned = false
    for domain in profile.domains {
      let level = csm.domains[domain]
      if let level, level >= policy.requiredLevel[profile.tier] { continue }
      let treatment = level == nil ? policy.missing[profile.tier] : policy.weak[profile.tier]
      if treatment == .ban { isBanned = true }
      if treatment != .off {
        percent = max(percent, level == nil ? policy.missingPercent : policy.weakPercent)
      }
    }
    percents.append(Int32(clamping: percent))
    bans.append(isBanned)
  }

  /// Accounts with the same number need the same of a CSM.
  func profile(ofAccount account: Int) -> Int32 { profileOfAccount[account] }

  /// `x(a, k)` in percent.
  func percent(account: Int, csm: Int) -> Int64 {
    Int64(percents[Int(profileOfAccount[account]) * csmCount + csm])
  }

  func isBanned(account: Int, csm: Int) -> Bool { bans[Int(profileOfAccount[account]) * csmCount + csm] }
}
