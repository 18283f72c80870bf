package import Portfolio

/// Seeded portfolios with everything that a policy knows. The same seed gives the same portfolio on every machine.
///
/// Pins and hard limits can leave no plan at all; `drifted` has neither, and the default policy.
package struct RandomPortfolio {
  private var generator: SplitMix64
  private let accountCount: Int
  private let csmCount: Int
  private let asOf = CalendarDate(dayNumber: 20_773)

  private let regions = ["AMER", "APAC", "EMEA"]
  private let tiers = ["enterprise", "mid-market", "small", "strategic"]
  private let domains = ["banking", "health", "retail"]
  private let languages = ["de", "EN", "fr"]

  package init(seed: UInt64, accounts: Int = 24, csms: Int = 6) {
    generator = SplitMix64(seed: seed)
    accountCount = accounts
    csmCount = csms
  }

  /// All rule families, drawn at random; a pin names the incumbent, so that every account keeps an option.
  package mutating func everything() -> Portfolio {
    let csms = makeCSMs()
    var accounts = makeAccounts(csms)
    for index in accounts.indices where chance(8) { pinToIncumbent(&accounts[index], csms) }
    let policy = makePolicy(accounts, csms)
    let agreements = makeAgreements(accounts, csms, policy)
    return Portfolio(asOf: asOf, accounts: accounts, csms: csms, policy: policy, agreements: agreements)
  }

  /// Books that have drifted apart, under the default policy.
  package mutating func drifted() -> Portfolio {
    let csms = makeCSMs()
    return Portfolio(asOf: asOf, accounts: makeAccounts(csms), csms: csms)
  }

  // MARK: - Agreements

  /// Of every kind that leaves an account a choice, or has begun.
  private mutating func makeAgreements(_ accounts: [Account], _ csms: [CSM], _ policy: Policy) -> [Agreement] {
    var agreements: [Agreement] = []
    for account in accounts where chance(30) {
      var agreement = Agreement(
        account: account.id, kind: one(of: [.begun, .announced, .proposed, .refused, .deferred]),
        move: one(of: [.handoff, .handoff, .assign, .cover]), csm: one(of: csms).id, start: day(0...100))
      switch agreement.kind {
      case .begun:
        agreement.start = day(-40 ... -1)
        agreement.effective = day(0...20)
        agreement.moment = one(of: policy.handoffs.moments.map(\.id) + ["departure", "gone"])
      case .deferred: agreement.until = day(-10...120)
      default: break
      }
      agreements.append(agreement)
    }
    return agreements
  }

  // MARK: - CSMs

  private mutating func makeCSMs() -> [CSM] {
    (0..<csmCount).map { index in
      var csm = CSM(id: "C\(padded(index))", regions: some(of: regions, atLeast: 1))
      if chance(12) { csm.kind = .pool } else if chance(12) { csm.kind = .open }
      csm.active = !chance(8)
      for domain in some(of: domains) { csm.domains[domain] = one(of: CSM.ExpertiseLevel.allCases) }
      if chance(40) { csm.languages = some(of: ["DE", "en", "fr"], atLeast: 1) }
      if chance(30) { csm.tiers = some(of: tiers, atLeast: 1) }
      if chance(30) { csm.capacity = Minutes(Int64(number(3000...12_000))) }
      if chance(30) { csm.ftePercent = Int64(number(40...100)) }
      if chance(70) { csm.team = one(of: ["north", "south"]) }
      addDates(to: &csm)
      addLimits(to: &csm)
      return csm
    }
  }

  private mutating func addDates(to csm: inout CSM) {
    if chance(25) { csm.startDate = day(-100...90) }
    if chance(15) { csm.ramp = chance(50) ? [] : [10, 40, 80] }
    if chance(25) { csm.lastDay = day(-20...160) }
    guard chance(30) else { return }
    let first = day(-30...100)
    csm.leave = DateRange(first, through: first.adding(days: number(0...70)))
  }

  private mutating func addLimits(to csm: inout CSM) {
    if chance(20) { csm.maxAccounts = Int64(number(1...12)) }
    if chance(20) { csm.maxStrategic = Int64(number(0...3)) }
    if chance(20) { csm.maxAtRisk = Int64(number(0...3)) }
    if chance(20) { csm.maxARR = Money(Int64(number(100_000...3_000_000))) }
    if chance(20) { csm.handoffsIn = Int64(number(0...3)) }
    if chance(20) { csm.handoffsOut = Int64(number(0...3)) }
  }

  // MARK: - Accounts

  private mutating func makeAccounts(_ csms: [CSM]) -> [Account] {
    (0..<accountCount).map { index in
      var account = Account(id: "A\(padded(index))", tier: one(of: tiers), region: one(of: regions))
      // Half of all accounts are with a third of the CSMs: books have drifted.
      let owners = chance(50) ? csms.prefix(max(1, csmCount / 3)) : csms[...]
      if !chance(12) { account.csmID = one(of: Array(owners)).id }
      if chance(30), index > 0 {
        account.parentID = chance(70) ? "A\(padded(number(0...index - 1)))" : "holding"
      }
      account.domains = some(of: domains)
      if chance(50) { account.language = one(of: languages) }
      addSize(to: &account)
      addDates(to: &account)
      addCondition(to: &account)
      return account
    }
  }

  private mutating func addSize(to account: inout Account) {
    if chance(90) { account.arr = Money(Int64(number(0...900_000))) }
    if chance(50) { account.potential = Money(Int64(number(0...900_000))) }
    if chance(50) { account.effort = Minutes(Int64(number(0...2500))) }
    account.poolOK = chance(40)
  }

  private mutating func addDates(to account: inout Account) {
    if chance(80) { account.renewalDate = day(-60...300) }
    if chance(15) { account.onboardingEnd = day(-60...90) }
    if chance(40) { account.nextQBR = day(-10...120) }
    if chance(70) { account.csmSince = day(-2500...0) }
    if chance(10) { account.sponsorChangedOn = day(-40...40) }
    if chance(10) { account.segmentChangedOn = day(-40...40) }
    if chance(10) { account.escalationClosedOn = day(-60...0) }
  }

  private mutating func addCondition(to account: inout Account) {
    if chance(70) { account.health = number(0...100) }
    if chance(70) { account.lifecycle = one(of: Account.Lifecycle.allCases) }
    if chance(70) { account.relationship = one(of: Account.Relationship.allCases) }
    if chance(30) { account.csmChanges12Months = number(0...3) }
    account.escalationOpen = chance(10)
    if chance(6) { account.lockReason = "Promised by a leader" }
  }

  private func pinToIncumbent(_ account: inout Account, _ csms: [CSM]) {
    guard let csm = csms.first(where: { $0.id == account.csmID }) else { return }
    if csm.active && csm.lastDay == nil { account.pinnedCSMID = csm.id }
  }

  // MARK: - Policy

  private mutating func makePolicy(_ accounts: [Account], _ csms: [CSM]) -> Policy {
    var policy = Policy()
    addTime(to: &policy)
    addEligibility(to: &policy, accounts, csms)
    addHandoffs(to: &policy)
    addLocks(to: &policy)
    policy.families.mode = one(of: FamilyPolicy.Mode.allCases)
    if chance(30) { policy.balance.hoursPrice = .zero }
    if chance(30) { policy.balance.arrPrice = .zero }
    addBooks(to: &policy)
    if chance(50) {
      policy.effort.postureValue = PerTier(Money(300_000))
      policy.effort.posturePotential = PerTier(Money(400_000))
    }
    policy.effort.includesEvents = chance(50)
    return policy
  }

  private mutating func addBooks(to policy: inout Policy) {
    if chance(30) { policy.books.maxAccounts = Int64(number(4...20)) }
    guard chance(50) else { return }
    policy.books.segmentShares = [
      .init(.region, one(of: regions), percent: 60), .init(.domain, one(of: domains), percent: 40),
      .init(.tier, one(of: tiers), percent: 50),
    ]
  }

  private mutating func addTime(to policy: inout Policy) {
    if chance(40) {
      policy.horizon.period = .week
      policy.horizon.periods = number(1...8)
    } else {
      policy.horizon.periods = number(1...4)
    }
    policy.horizon.tailMonths = number(1...12)
    if chance(50) {
      let first = day(0...80)
      let range = DateRange(first, through: first.adding(days: number(0...10)))
      policy.horizon.holidays = [RegionalRange(range: range, regions: some(of: regions), reason: "Holidays")]
    }
    policy.coverage.leaveDays = number(1...30)
  }

  private mutating func addEligibility(to policy: inout Policy, _ accounts: [Account], _ csms: [CSM]) {
    let treatments = EligibilityPolicy.Treatment.allCases
    if chance(60) { policy.regions = [RegionDefinition(name: "EMEA", adjacent: ["AMER"])] }
    policy.eligibility.region = one(of: treatments)
    policy.eligibility.tier = one(of: treatments)
    policy.eligibility.language = one(of: treatments)
    policy.eligibility.weak = PerTier(one(of: treatments), ["strategic": one(of: treatments)])
    policy.eligibility.missing = PerTier(one(of: treatments), ["strategic": one(of: treatments)])
    policy.eligibility.requiredLevel = PerTier(one(of: CSM.ExpertiseLevel.allCases))
    for _ in 0..<number(0...4) {
      let pair = Pairing(accountID: one(of: accounts).id, csmID: one(of: csms).id, reason: "A dispute")
      policy.eligibility.forbidden.append(pair)
    }
  }

  private mutating func addHandoffs(to policy: inout Policy) {
    policy.handoffs.slotsAreHard = chance(40)
    policy.handoffs.slotsInPerWeek = Int64(number(0...2))
    if chance(40) { policy.handoffs.budgetCount = Int64(number(0...10)) }
    if chance(40) { policy.handoffs.budgetShare = Int64(number(0...60)) }
    if chance(25) { policy.handoffs.teamSlotsPerWeek = Int64(number(0...2)) }
    if chance(25) { policy.handoffs.transitionARR = Money(Int64(number(0...1_500_000))) }
    if chance(40) { policy.handoffs.budgetARR = Money(Int64(number(0...4_000_000))) }
    if chance(40) {
      policy.handoffs.moments.append(Moment("any-day", .any, price: Points(90), overlapWeeks: 0))
    }
    if chance(40) {
      let farewell = Moment("farewell", .departure, days: -40...0, tiers: some(of: tiers))
      policy.handoffs.moments.insert(farewell, at: 0)
    }
    for isPriced in [false, true] where chance(50) {
      let first = day(0...90)
      let range = DateRange(first, through: first.adding(days: number(0...14)))
      policy.handoffs.blackouts.ranges.append(
        BlackoutRange(
          range: range, regions: some(of: regions), price: isPriced ? Points(35) : nil, reason: "Release"))
    }
    policy.handoffs.blackouts.turnOfYear = chance(70)
  }

  private mutating func addLocks(to policy: inout Policy) {
    guard chance(50) else { return }
    var lock = LockRule(id: "large", reason: "Large accounts are shy")
    lock.arrAtLeast = Money(500_000)
    lock.price = chance(70) ? Points(75) : nil
    policy.locks.append(lock)
  }

  // MARK: - Chance

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  private mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }
  private mutating func day(_ range: ClosedRange<Int>) -> CalendarDate { asOf.adding(days: number(range)) }

  private mutating func some(of values: [String], atLeast minimum: Int = 0) -> [String] {
    var chosen: [String] = []
    for value in values where chance(50) { chosen.append(value) }
    return chosen.count < minimum ? [one(of: values)] : chosen
  }

  private func padded(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 5 - String(number).count)) + String(number)
  }
}
