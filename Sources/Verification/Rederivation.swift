import Portfolio

/// The formulation derived from the domain a second time, from `Formulation.md` and from nothing else.
///
/// Plain and slow on purpose: it is the yardstick of the audits and shares no code with the compiler. Accounts and
/// CSMs are indices into the portfolio.
struct Rederivation: Sendable {
  let policy: Policy
  let accounts: [Account]
  let csms: [CSM]
  let calendar: RederivedCalendar
  let accountIndex: [String: Int]
  let csmIndex: [String: Int]
  let isActive: [Bool]
  let isDeparting: [Bool]
  /// The active incumbent of each account.
  let incumbents: [Int?]
  let standings: [RederivedStanding]
  let pins: [Int?]
  /// A pin on somebody who is no CSM of the portfolio can be kept by nobody.
  let isPinned: [Bool]
  let forbidden: Set<RederivedPair>
  /// By account.
  let tiers: [RederivedTier]
  let blackouts: [[RederivedBlackout]]
  /// e(a).
  private(set) var efforts: [Int64]
  /// C(a, 0) ... C(a, P).
  private(set) var cumulativeEfforts: [[Int64]]
  /// cap(k, 0) ... cap(k, P).
  let capacities: [[Int64]]
  let groups: [RederivedGroup]
  /// Members of every family that has split resources, with its anchor.
  let splitFamilies: [RederivedFamily]
  /// Index into `splitFamilies` by account.
  let splitFamilyOfAccount: [Int: Int]
  /// Names of the teams, sorted.
  let teams: [String]
  /// Agreements by account.
  let agreements: [Int: [Agreement]]
  /// The hours that are above the hard limit of the policy if nothing new moves.
  private(set) var overloads: Set<ResourceKey> = []

  init(_ portfolio: Portfolio) {
    policy = portfolio.policy
    accounts = portfolio.accounts
    csms = portfolio.csms
    let calendar = RederivedCalendar(asOf: portfolio.asOf, horizon: portfolio.policy.horizon)
    self.calendar = calendar
    accountIndex = Self.index(portfolio.accounts.map(\.id))
    csmIndex = Self.index(portfolio.csms.map(\.id))
    isActive = portfolio.csms.map { Self.isActive($0, asOf: portfolio.asOf) }
    isDeparting = zip(portfolio.csms, isActive).map { $1 && ($0.lastDay ?? calendar.end) < calendar.end }
    let (active, departing, indices) = (isActive, isDeparting, csmIndex)
    incumbents = portfolio.accounts.map { account in
      account.csmID.flatMap { indices[$0] }.flatMap { active[$0] ? $0 : nil }
    }
    standings = incumbents.map { csm in
      guard let csm else { return .orphan }
      return departing[csm] ? .departing : .settled
    }
    let pinNames = Self.pinNames(portfolio)
    pins = pinNames.map { $0.flatMap { indices[$0] } }
    isPinned = pinNames.map { $0 != nil }
    forbidden = Self.forbiddenPairs(portfolio.policy, accounts: accountIndex, csms: csmIndex)
    tiers = RederivedTier.all(of: portfolio.accounts, policy: portfolio.policy)
    let agreed = Self.agreements(portfolio.agreements, accounts: accountIndex, csms: csmIndex)
    agreements = agreed
    blackouts = portfolio.accounts.enumerated().map { index, account in
      Self.blackouts(of: account, policy: portfolio.policy, calendar: calendar)
        + Self.deferrals(agreed[index] ?? [])
    }
    efforts = portfolio.accounts.map { Self.effort(of: $0, policy: portfolio.policy) }
    cumulativeEfforts = zip(portfolio.accounts, efforts).map {
      Self.cumulativeEfforts(of: $0, effort: $1, policy: portfolio.policy, calendar: calendar)
    }
    capacities = portfolio.csms.map { Self.capacities(of: $0, policy: portfolio.policy, calendar: calendar) }
    teams = Set(portfolio.csms.compactMap(\.team)).sorted()
    let families = Self.families(of: portfolio, accountIndex: accountIndex)
    (groups, splitFamilies) = Self.groups(families, standings: standings, mode: portfolio.policy.families.mode)
    splitFamilyOfAccount = Self.familyIndex(splitFamilies)
    overloads = inheritedOverloads()
  }

  /// What accounts need by other efforts.
  mutating func replaceEfforts(_ others: [Int64]) {
    efforts = others
    let (policy, calendar) = (policy, calendar)
    cumulativeEfforts = zip(accounts, others).map {
      Self.cumulativeEfforts(of: $0, effort: $1, policy: policy, calendar: calendar)
    }
  }

  private static func pinNames(_ portfolio: Portfolio) -> [String?] {
    let pins = Dictionary(
      portfolio.policy.eligibility.pins.map { ($0.accountID, $0.csmID) }, uniquingKeysWith: { first, _ in first })
    return portfolio.accounts.map { $0.pinnedCSMID ?? pins[$0.id] }
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  private static func isActive(_ csm: CSM, asOf: CalendarDate) -> Bool {
    guard csm.active else { return false }
    guard let last = csm.lastDay else { return true }
    return last >= asOf
  }

  private static func forbiddenPairs(
    _ policy: Policy, accounts: [String: Int], csms: [String: Int]
  ) -> Set<RederivedPair> {
    Set(
      policy.eligibility.forbidden.compactMap { pair in
        guard let account = accounts[pair.accountID], let csm = csms[pair.csmID] else { return nil }
        return RederivedPair(account: account, csm: csm)
      })
  }

  private static func familyIndex(_ families: [RederivedFamily]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (index, family) in families.enumerated() {
      for member in family.members { result[member] = index }
    }
    return result
  }

  /// The last day inside the horizon of the incumbent of a departing account.
  func lastDay(ofDeparting account: Int) -> CalendarDate? {
    guard standings[account] == .departing, let csm = incumbents[account] else { return nil }
    return csms[csm].lastDay
  }

  /// The CSM that looks after a member at the end of the horizon under an option of its group.
  func finalCSM(of account: Int, under option: PlannedOption) -> Int? {
    switch option.kind {
    case .stay, .cover: incumbents[account]
    case .handoff, .assign: Int(option.csm)
    case .unassigned: nil
    }
  }

  /// Members that change hands under a handoff.
  func moving(_ members: [Int], to csm: Int) -> [Int] { members.filter { incumbents[$0] != csm } }
}
