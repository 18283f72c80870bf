/// Draws accounts, fits their effort to the capacity of their regions, and lets the books grow unevenly.
struct PortfolioDraft {
  let recipe: PortfolioRecipe
  let team: TeamDraft
  private(set) var accounts: [AccountDraft] = []
  private var random: BenchmarkRandom

  /// O(accounts x CSMs of a region).
  init(_ recipe: PortfolioRecipe) {
    self.recipe = recipe
    random = BenchmarkRandom(seed: recipe.seed)
    team = TeamDraft(recipe, random: &random)
    let weights = (0..<recipe.regionCount).map { Int(team.dependableHours(ofRegion: $0)) + 1 }
    for _ in 0..<recipe.accounts { accounts.append(account(region: random.index(weights: weights))) }
    fitEffort(factor: { _ in 1.02 })
    chooseIncumbents()
    fitEffort { [team] account in account.incumbent.map { team.csms[$0].effortFactor(for: account) } ?? 1 }
    joinFamilies()
  }

  private mutating func account(region: Int) -> AccountDraft {
    let rank = random.index(weights: AccountDraft.Tier.shares)
    let tier = AccountDraft.Tier(rawValue: rank) ?? .small
    let hasDomain = random.chance(percent: recipe.isContended ? 95 : 65)
    let isOnboarding = random.chance(percent: 3)
    return AccountDraft(
      tier: tier, region: region, needsLanguage: random.chance(percent: 18),
      domain: hasDomain ? random.integer(in: 0...(recipe.domainCount - 1)) : nil,
      hours: AccountDraft.Tier.hours[rank] * random.number(in: 0.6...1.5),
      // The product of two numbers: many a little below the typical amount, a few far above.
      arr: Int(AccountDraft.Tier.arr[rank] * random.number(in: 0.4...1.6) * random.number(in: 0.5...1.7)),
      health: random.chance(percent: 12) ? random.integer(in: 20...59) : random.integer(in: 60...98),
      isOnboarding: isOnboarding, onboardingEnd: isOnboarding ? random.integer(in: 5...80) : nil,
      renewal: random.integer(in: 1...365),
      nextReview: tier != .small && random.chance(percent: 60) ? random.integer(in: 0...89) : nil,
      incumbentSince: -random.integer(in: random.chance(percent: 5) ? 5...80 : 90...2200),
      changes: random.chance(percent: 12) ? random.integer(in: 1...2) : 0,
      hasEscalation: random.chance(percent: 2))
  }

  /// Scales the effort of a region to the part of its capacity that the recipe asks for.
  private mutating func fitEffort(factor: (AccountDraft) -> Double) {
    var load = [Double](repeating: 0, count: recipe.regionCount)
    for account in accounts { load[account.region] += account.hours * factor(account) }
    var fit = BenchmarkRandom(seed: recipe.seed &+ 1)
    let scales = load.indices.map { region in
      let share = recipe.isTight ? 0.99 : fit.number(in: 0.93...0.97)
      return load[region] > 0 ? share * team.dependableHours(ofRegion: region) / load[region] : 1
    }
    for index in accounts.indices { accounts[index].hours *= scales[accounts[index].region] }
  }

  // MARK: - Incumbents

  /// Large accounts first, each to the emptiest of three CSMs who may have it, against the size to which drift has let
  /// their books grow.
  private mutating func chooseIncumbents() {
    let order = accounts.indices.sorted { (accounts[$0].hours, $0) > (accounts[$1].hours, $1) }
    var room = team.csms.map { Double($0.capacity) * $0.drift }
    for index in order {
      let account = accounts[index]
      guard !random.chance(percent: 3), let csm = incumbent(of: account, room) else { continue }
      accounts[index].incumbent = csm
      room[csm] -= account.hours * team.csms[csm].effortFactor(for: account)
    }
  }

  private mutating func incumbent(of account: AccountDraft, _ room: [Double]) -> Int? {
    if random.chance(percent: 1) { return random.integer(in: 0...(team.csms.count - 1)) }
    let colleagues = team.members[account.region]
    let isMismatch = random.chance(percent: 15)
    var permitted = isMismatch ? colleagues : colleagues.filter { team.csms[$0].isPermitted(for: account) }
    if !isMismatch, !random.chance(percent: 60) {
      let able = permitted.filter { team.csms[$0].effortFactor(for: account) == 1 }
      if !able.isEmpty { permitted = able }
    }
    guard !permitted.isEmpty else { return nil }
    let candidates = (0..<3).map { _ in random.element(permitted) }
    return candidates.max { room[$0] / Double(team.csms[$0].capacity) < room[$1] / Double(team.csms[$1].capacity) }
  }

  // MARK: - Families

  /// One account in thirty belongs to a customer who has another account with the same CSM, or in the same region.
  /// Nobody is in a family whose CSM leaves or is missing: each of its members has to move on its own.
  private mutating func joinFamilies() {
    var heads = [Int?](repeating: nil, count: team.csms.count)
    for index in accounts.indices {
      guard let csm = accounts[index].incumbent, team.csms[csm].lastDay == nil else { continue }
      if random.chance(percent: 3) {
        let colleague = random.chance(percent: 80) ? csm : random.element(team.members[accounts[index].region])
        if let head = heads[colleague] { accounts[index].parent = head }
      }
      if accounts[index].parent == nil, heads[csm] == nil || random.chance(percent: 30) { heads[csm] = index }
    }
  }

  // MARK: - What follows for the policy

  /// How many accounts must come to somebody: nobody looks after them, or their CSM leaves.
  func homelessCount(inRegion region: Int) -> Int {
    accounts.count { account in
      account.region == region && (account.incumbent.map { team.csms[$0].lastDay != nil } ?? true)
    }
  }

  /// The effort of an account, in parts of what is typical of its tier: prices are fitted to it.
  var effortScale: Double {
    let typical = accounts.reduce(0) { $0 + AccountDraft.Tier.hours[$1.tier.rawValue] }
    return typical > 0 ? accounts.reduce(0) { $0 + $1.hours } / typical : 1
  }
}
