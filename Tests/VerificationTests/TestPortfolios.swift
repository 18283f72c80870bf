import Portfolio

/// Portfolios in which everything the formulation knows occurs.
enum TestPortfolios {
  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(dayNumber: 0) }

  enum Variant: String, CaseIterable, CustomStringConvertible {
    case months, weeks, together, hardSlots, noFamilies
    var description: String { rawValue }
  }

  /// Seven CSMs (one overloaded, one on leave, one departing, one gone, a pool, an open position) and 14 accounts.
  static func team(_ variant: Variant = .months) -> Portfolio {
    Portfolio(asOf: day("2026-03-01"), accounts: accounts(), csms: csms(), policy: policy(variant))
  }

  private static func policy(_ variant: Variant) -> Policy {
    var policy = Policy()
    policy.regions = [RegionDefinition(name: "North", adjacent: ["South"]), RegionDefinition(name: "South")]
    policy.horizon.holidays = [
      RegionalRange(
        range: DateRange(day("2026-04-03"), through: day("2026-04-06")), regions: ["North"], reason: "Easter")
    ]
    policy.handoffs.moments += [
      Moment("agreed", .any, price: Points(90)),
      Moment("goodbye", .departure, days: -30...0, price: Points(15), overlapWeeks: 2),
    ]
    policy.handoffs.blackouts.ranges = [
      BlackoutRange(
        range: DateRange(day("2026-03-10"), through: day("2026-03-20")), price: Points(35), reason: "Launch")
    ]
    policy.eligibility.forbidden = [
      Pairing(accountID: "A05", csmID: "BOB"), Pairing(accountID: "A01", csmID: "ANN"),
    ]
    policy.eligibility.pins = [Pairing(accountID: "A06", csmID: "BOB")]
    policy.books.maxAccounts = 6
    policy.books.maxStrategic = 2
    policy.books.maxAtRisk = 3
    policy.books.maxARR = Money(900_000)
    policy.books.segmentShares = [BookPolicy.SegmentShare(.region, "South", percent: 90)]
    policy.handoffs.budgetCount = 5
    policy.handoffs.budgetARR = Money(900_000)
    policy.handoffs.budgetShare = 40
    var lock = LockRule(id: "at-risk", reason: "Fragile")
    lock.atRisk = true
    lock.price = Points(45)
    policy.locks.append(lock)
    switch variant {
    case .months: break
    case .weeks:
      policy.horizon.period = .week
      policy.horizon.periods = 9
    case .together: policy.families.mode = .together
    case .hardSlots: policy.handoffs.slotsAreHard = true
    case .noFamilies: policy.families.mode = .off
    }
    return policy
  }

  private static func csms() -> [CSM] {
    var ann = CSM(id: "ANN", regions: ["North"])
    ann.capacity = Minutes(3000)
    ann.languages = ["EN", "de"]
    ann.domains = ["retail": .expert]
    var bob = CSM(id: "BOB", regions: ["North", "South"])
    bob.capacity = Minutes(7000)
    bob.domains = ["retail": .basic, "energy": .working]
    bob.handoffsIn = 2
    var cat = CSM(id: "CAT", regions: ["South"])
    cat.capacity = Minutes(4000)
    cat.leave = DateRange(day("2026-04-10"), through: day("2026-05-05"))
    var dan = CSM(id: "DAN", regions: ["North", "South"])
    dan.lastDay = day("2026-04-20")
    var eve = CSM(id: "EVE", regions: ["North", "South"])
    eve.kind = .pool
    eve.capacity = Minutes(8000)
    var fay = CSM(id: "FAY", regions: ["North"])
    fay.active = false
    var gus = CSM(id: "GUS", regions: ["North"])
    gus.kind = .open
    gus.startDate = day("2026-04-15")
    gus.tiers = ["mid-market", "small"]
    return [ann, bob, cat, dan, eve, fay, gus]
  }

  private static func accounts() -> [Account] {
    var accounts = (1...14).map { number in
      let id = "A" + (number < 10 ? "0" : "") + String(number)
      var account = Account(
        id: id, tier: number % 5 == 1 ? "strategic" : "mid-market", region: "North", csmID: "ANN")
      account.effort = Minutes(Int64(500 + 70 * number))
      account.arr = Money(Int64(20_400 * number))
      return account
    }
    for index in [1, 6, 7] { accounts[index].parentID = "P00" }
    for index in [9, 10] { accounts[index].parentID = "A09" }
    accounts[1].domains = ["retail"]
    accounts[2].domains = ["energy"]
    accounts[2].language = "EN"
    accounts[3].renewalDate = day("2026-03-12")
    accounts[4].nextQBR = day("2026-04-20")
    accounts[5].csmID = "BOB"
    accounts[5].health = 40
    accounts[6].csmSince = day("2023-02-01")
    accounts[6].csmID = "BOB"
    for index in [7, 8] { accounts[index].csmID = "CAT" }
    for index in [7, 8, 9] { accounts[index].region = "South" }
    accounts[9].csmID = "CAT"
    accounts[9].health = 55
    for index in [10, 11] { accounts[index].csmID = "DAN" }
    accounts[12].csmID = "FAY"
    accounts[13].csmID = nil
    accounts[13].effort = nil
    accounts[13].tier = "small"
    accounts[13].poolOK = true
    return accounts
  }
}
