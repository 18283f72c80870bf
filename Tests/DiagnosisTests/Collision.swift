import Portfolio

/// A rule family made to collide with pins in a small portfolio.
enum Collision: String, CaseIterable, Sendable {
  case region, domain, tier, language, forbiddenPair, lock, blackout, moment, capacity
  case accounts, strategic, atRisk, arr, segment, moveCount, moveARR, slotsIn, slotsOut, teamSlots, transitionARR
  case departure, presence, pool, directed, refused

  /// The rule that must be named besides the pin.
  var rule: RuleID {
    switch self {
    case .region: .region
    case .domain: .domain
    case .tier: .tier
    case .language: .language
    case .forbiddenPair: .forbiddenPair
    case .lock: .lock
    case .blackout: .blackout
    case .moment: .moment
    case .capacity: .capacity
    case .accounts, .strategic, .atRisk, .arr, .segment: .books
    case .moveCount, .moveARR: .moveBudget
    case .slotsIn, .slotsOut: .slots
    case .teamSlots, .transitionARR: .transition
    case .departure: .departure
    case .presence: .presence
    case .pool: .pool
    case .directed, .refused: .agreement
    }
  }

  /// Four accounts with three CSMs, and every rule can hold.
  static func base() -> Portfolio {
    let asOf = CalendarDate(dayNumber: 20_773)
    let accounts = (0..<4).map { index -> Account in
      var account = Account(id: "A\(index)", tier: "gold", region: "EMEA")
      account.csmID = ["C0", "C0", "C1", nil][index]
      account.effort = Minutes(hours: 20)
      return account
    }
    let csms = (0..<3).map { index -> CSM in
      var csm = CSM(id: "C\(index)", regions: ["EMEA"])
      csm.capacity = Minutes(hours: 100)
      csm.team = "north"
      return csm
    }
    var portfolio = Portfolio(asOf: asOf, accounts: accounts, csms: csms)
    portfolio.policy.horizon.periods = 1
    portfolio.policy.handoffs.moments = [Moment("open", .any)]
    return portfolio
  }

  /// Pins an account to a receiver and sets the rule against it.
  func collide(_ portfolio: inout Portfolio, account: Int, receiver: Int) {
    portfolio.accounts[account].pinnedCSMID = portfolio.csms[receiver].id
    switch self {
    case .region, .domain, .tier, .language, .forbiddenPair, .pool, .departure, .presence:
      separate(&portfolio, account, receiver)
    case .lock: portfolio.accounts[account].lockReason = "Promised to their board"
    case .blackout: portfolio.accounts[account].renewalDate = portfolio.asOf.adding(days: 50)
    case .moment: portfolio.policy.handoffs.moments = [Moment("qbr", .qbr)]
    case .capacity: portfolio.csms[receiver].capacity = Minutes(hours: 10)
    case .accounts, .strategic, .atRisk, .arr, .segment: limitBook(&portfolio, account, receiver)
    case .moveCount, .moveARR, .slotsIn, .slotsOut, .teamSlots, .transitionARR:
      limitMoves(&portfolio, account, receiver)
    case .directed, .refused:
      let other = portfolio.csms[receiver == 2 ? 0 : 2].id
      portfolio.agreements.append(
        Agreement(
          account: portfolio.accounts[account].id, kind: self == .directed ? .directed : .refused,
          csm: self == .directed ? other : portfolio.csms[receiver].id))
    }
  }

  private func separate(_ portfolio: inout Portfolio, _ account: Int, _ receiver: Int) {
    switch self {
    case .region: portfolio.accounts[account].region = "AMER"
    case .domain:
      portfolio.accounts[account].domains = ["health"]
      portfolio.policy.eligibility.missing = PerTier(.ban)
    case .tier:
      portfolio.accounts[account].tier = "silver"
      portfolio.csms[receiver].tiers = ["gold"]
    case .language:
      portfolio.accounts[account].language = "fr"
      portfolio.csms[receiver].languages = ["en"]
    case .forbiddenPair:
      portfolio.policy.eligibility.forbidden.append(
        Pairing(accountID: portfolio.accounts[account].id, csmID: portfolio.csms[receiver].id))
    case .pool: portfolio.csms[receiver].kind = .pool
    case .departure: portfolio.csms[receiver].lastDay = portfolio.asOf.adding(days: 20)
    default: portfolio.csms[receiver].startDate = portfolio.asOf.adding(days: 200)
    }
  }

  private func limitBook(_ portfolio: inout Portfolio, _ account: Int, _ receiver: Int) {
    switch self {
    case .accounts:
      portfolio.csms[receiver].maxAccounts = 1
      portfolio.accounts[3].pinnedCSMID = portfolio.csms[receiver].id
    case .strategic:
      portfolio.accounts[account].tier = "strategic"
      portfolio.csms[receiver].maxStrategic = 0
    case .atRisk:
      portfolio.accounts[account].health = 5
      portfolio.csms[receiver].maxAtRisk = 0
    case .arr:
      portfolio.accounts[account].arr = Money(500_000)
      portfolio.csms[receiver].maxARR = Money(100_000)
    default:
      portfolio.accounts[account].arr = Money(500_000)
      portfolio.policy.books.segmentShares = [.init(.region, "EMEA", percent: 0)]
    }
  }

  private func limitMoves(_ portfolio: inout Portfolio, _ account: Int, _ receiver: Int) {
    portfolio.policy.handoffs.slotsAreHard = true
    switch self {
    case .moveCount: portfolio.policy.handoffs.budgetCount = 0
    case .slotsIn: portfolio.csms[receiver].handoffsIn = 0
    case .slotsOut:
      let giver = portfolio.accounts[account].csmID
      for index in portfolio.csms.indices where portfolio.csms[index].id == giver {
        portfolio.csms[index].handoffsOut = 0
      }
    case .teamSlots:
      portfolio.policy.handoffs.teamSlotsPerWeek = 0
      portfolio.accounts[3].pinnedCSMID = portfolio.csms[receiver].id
    case .moveARR:
      portfolio.accounts[account].arr = Money(500_000)
      portfolio.policy.handoffs.budgetARR = Money(1_000)
    default:
      portfolio.accounts[account].arr = Money(500_000)
      portfolio.policy.handoffs.transitionARR = Money(1_000)
    }
  }

  /// Seeds 0 ..< 25 are one family each, those above are pairs.
  static func portfolio(seed: Int) -> (portfolio: Portfolio, families: [Collision]) {
    var portfolio = base()
    let all = allCases
    guard seed >= all.count else {
      all[seed].collide(&portfolio, account: 0, receiver: 1)
      return (portfolio, [all[seed]])
    }
    let (first, second) = (all[seed * 7 % all.count], all[seed * 11 % all.count])
    first.collide(&portfolio, account: 0, receiver: 1)
    second.collide(&portfolio, account: 2, receiver: 2)
    return (portfolio, [first, second])
  }
}
