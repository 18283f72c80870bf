import Portfolio
import Testing

@testable import Verification

/// The arithmetic of the formulation by hand, so that the yardstick itself is measured.
@Suite("The formulation by hand") struct RederivationTests {
  private func day(_ text: String) -> CalendarDate { TestPortfolios.day(text) }

  private func csm(_ id: String, capacity: Int64 = 6000) -> CSM {
    var csm = CSM(id: id, regions: ["R"])
    csm.capacity = Minutes(capacity)
    return csm
  }

  private func account(_ effort: Int64, csm: String?) -> Account {
    var account = Account(id: "A", tier: "small", region: "R", csmID: csm)
    account.effort = Minutes(effort)
    return account
  }

  private func portfolio(
    _ account: Account, _ csms: [CSM], periods: Int = 1, asOf: String = "2026-04-01", moments: [Moment] = []
  ) -> Portfolio {
    var policy = Policy()
    policy.horizon.periods = periods
    policy.horizon.tailMonths = 1
    policy.handoffs.moments = moments
    return Portfolio(asOf: day(asOf), accounts: [account], csms: csms, policy: policy)
  }

  @Test("an account that stays alone") func stay() {
    let rules = Rederivation(portfolio(account(600, csm: "ANN"), [csm("ANN")], asOf: "2026-02-01"))
    #expect(rules.options(of: rules.groups[0]) == [PlannedOption(.stay)])
    // Capacity 6000 * 1 * 2800 / (100 * 1 * 28) = 6000; load 600 in February and 600 a month in the tail.
    #expect(rules.capacities == [[6000, 6000]])
    let plan = RederivedEvaluation([PlannedOption(.stay)], rules: rules, resources: RederivedResources(rules))
    // 70 % of 6000 is 4200, 3600 over the load: 3600 * 0.02 points = 72 points, in the period and in the tail.
    // Balance: the only CSM has her share of all, 600 * 6000 / 6000; no ARR.
    #expect(plan.objectiveByRule == [.capacity: 144_000_000])
  }

  @Test("a handoff inside a month") func handoff() throws {
    let moment = Moment("agreed", .any, price: Points(5), overlapWeeks: 1)
    let rules = Rederivation(
      portfolio(account(3000, csm: "ANN"), [csm("ANN"), csm("BOB")], periods: 2, moments: [moment]))
    let group = rules.groups[0]
    let option = try #require(rules.handoff(group, 1, 0).option)
    // The cheapest day is any; the earliest is the first of April; 1 week of overlap.
    #expect(option.start == day("2026-04-01") && option.effective == day("2026-04-08") && option.moment == 0)
    // Continuity of a small account 60 points, moment 5.
    #expect(rules.costs(of: option, group: group) == [.continuity: 60_000_000, .moment: 5_000_000])
    let amounts = rules.consumptions(of: option, group: group)
    // Giver: 3000 * 7 / 30 = 700, and 30 to hand over.
    #expect(amounts[.hours(csm: 0, period: 0)] == 730)
    #expect(amounts[.hours(csm: 0, period: 1)] == nil)
    // Receiver: 3000 * (100 * 23 + 50 * 7) / 3000 = 2650, and 60 to take over; then all of it.
    #expect(amounts[.hours(csm: 1, period: 0)] == 2710)
    #expect(amounts[.hours(csm: 1, period: 1)] == 3000)
    #expect(amounts[.hours(csm: 1, period: 2)] == 3000)
    #expect(amounts[.slotsOut(csm: 0, period: 0)] == 1 && amounts[.slotsIn(csm: 1, period: 0)] == 1)
    #expect(amounts[.moveCount] == 1 && amounts[.bookAccounts(csm: 1)] == 1)
  }

  @Test("a departing CSM without any moment") func departing() throws {
    var ann = csm("ANN")
    ann.lastDay = day("2026-04-10")
    let rules = Rederivation(portfolio(account(600, csm: "ANN"), [ann, csm("BOB")]))
    let group = rules.groups[0]
    let kinds = rules.options(of: group).map(\.kind)
    #expect(kinds == [.handoff, .unassigned])
    let option = try #require(rules.handoff(group, 1, 0).option)
    // A full week fits before the eleventh; the earliest of those days.
    #expect(option.start == day("2026-04-01") && option.effective == day("2026-04-08"))
    #expect(rules.costs(of: option, group: group) == [.departure: 120_000_000])
    let unassigned = try #require(rules.unassigned(group).option)
    // u = 3000 + 10 * 600 = 9000 points a month, for period 0 (that of the last day) and one month of tail.
    #expect(rules.costs(of: unassigned, group: group) == [.coverage: 18_000_000_000])
    // 600 * 10 / 30.
    #expect(rules.consumptions(of: unassigned, group: group) == [.hours(csm: 0, period: 0): 200])
  }

  @Test("a departure that cuts the overlap short") func shortened() throws {
    var ann = csm("ANN")
    ann.lastDay = day("2026-04-02")
    let rules = Rederivation(portfolio(account(600, csm: "ANN"), [ann, csm("BOB")]))
    let option = try #require(rules.handoff(rules.groups[0], 1, 0).option)
    // Two days of overlap instead of seven: five missing are one started week.
    #expect(option.effective == day("2026-04-03"))
    #expect(rules.costs(of: option, group: rules.groups[0]) == [.departure: 240_000_000])
  }

  @Test("an orphan assigned in the second period") func assign() throws {
    let rules = Rederivation(portfolio(account(600, csm: nil), [csm("ANN")], periods: 2))
    let option = try #require(rules.assign(rules.groups[0], 0, 1).option)
    #expect(option.start == day("2026-05-01") && option.effective == option.start)
    // One month without a CSM: 3000 + 10 * 600 points.
    #expect(rules.costs(of: option, group: rules.groups[0]) == [.coverage: 9_000_000_000])
    let amounts = rules.consumptions(of: option, group: rules.groups[0])
    #expect(amounts[.hours(csm: 0, period: 0)] == nil)
    #expect(amounts[.hours(csm: 0, period: 1)] == 660)
    #expect(amounts[.slotsOut(csm: 0, period: 1)] == nil && amounts[.moveCount] == nil)
  }

  @Test("a leave of twenty days") func leave() throws {
    var ann = csm("ANN")
    ann.leave = DateRange(day("2026-04-06"), through: day("2026-04-25"))
    let rules = Rederivation(portfolio(account(600, csm: "ANN"), [ann, csm("BOB")]))
    let group = rules.groups[0]
    // 9000 points * 10 % * 20 days * 12 / 365 = 591.780821... points.
    #expect(rules.costs(of: PlannedOption(.stay), group: group) == [.leave: 591_780_821])
    let cover = try #require(rules.cover(group, 1).option)
    #expect(rules.costs(of: cover, group: group) == [.leave: 60_000_000])
    let amounts = rules.consumptions(of: cover, group: group)
    // Incumbent 600 * 10 / 30 = 200, cover 600 * 20 / 30 = 400; each gives (30) and takes back (60).
    #expect(amounts[.hours(csm: 0, period: 0)] == 290 && amounts[.hours(csm: 1, period: 0)] == 490)
    #expect(amounts[.hours(csm: 0, period: 1)] == 600 && amounts[.hours(csm: 1, period: 1)] == nil)
  }

  @Test("expertise, region, and the months a price is held") func prices() throws {
    var home = account(1001, csm: "ANN")
    home.domains = ["retail"]
    var ann = csm("ANN")
    ann.regions = ["S"]
    ann.domains = ["retail": .basic]
    var rough = portfolio(home, [ann, csm("BOB")], moments: [Moment("agreed", .any, price: Points(0))])
    rough.policy.horizon.period = .week
    rough.policy.horizon.periods = 2
    let rules = Rederivation(rough)
    // 1001 * 100 * 115 / 10000 = 1151.15: 150 extra minutes. Two weeks of 84/365 months and one month of tail:
    // (2 * 84 + 365) / 365 = 533/365. Domain 150 points, region 240 points a month.
    let held: [RuleID: Int64] = [.domain: 219_041_095, .region: 350_465_753]
    #expect(rules.costs(of: PlannedOption(.stay), group: rules.groups[0]) == held)
    // C(1) = floor(1001 * 84 / 365) = 230, C(2) = floor(1001 * 168 / 365) = 460; times 1.15: 264 and 529.
    #expect(rules.loads(account: 0, csm: 0) == [264, 265, 1151])
    let option = try #require(rules.handoff(rules.groups[0], 1, 1).option)
    // BOB lacks the domain altogether: 1001 * 1.4 = 1401, 400 extra.
    let costs = rules.costs(of: option, group: rules.groups[0])
    // 240 points * 84/365; 150 points * 84/365 and 400 points * 449/365, each floored: 34520547 + 492054794.
    #expect(costs[.region] == 55_232_876)
    #expect(costs[.domain] == 526_575_341)
  }

  @Test("efforts are estimated from tier, health, onboarding, ARR and posture") func estimate() {
    var account = Account(id: "A", tier: "Mid-Market", region: "R")
    account.lifecycle = .onboarding
    account.health = 59
    account.arr = Money(200_001)
    account.escalationOpen = true
    // 240 * (100 + 30 + 50 + 30 + 30) %.
    #expect(Rederivation.effort(of: account, policy: Policy()) == 576)
    var policy = Policy()
    policy.effort.postureValue = PerTier(Money(200_002))
    policy.effort.posturePotential = PerTier(Money(10))
    account.potential = Money(10)
    policy.effort.growPercent = -400
    #expect(Rederivation.effort(of: account, policy: policy) == 0)
  }

  @Test("events fall on the days before they end") func events() {
    var account = account(300, csm: "ANN")
    account.renewalDate = day("2026-05-16")
    let rules = Rederivation(portfolio(account, [csm("ANN")], periods: 2))
    // 60 minutes on the 90 days 15 February ... 15 May: 30 of them in April, 15 in May: floor(60 * 30 / 90) = 20,
    // floor(60 * 45 / 90) = 30.
    #expect(rules.cumulativeEfforts == [[0, 320, 630]])
  }

  @Test("capacity follows start, ramp, leave and last day") func capacity() {
    var ann = csm("ANN", capacity: 3000)
    ann.startDate = day("2026-04-11")
    ann.ramp = [50]
    ann.leave = DateRange(day("2026-05-15"), through: day("2026-05-20"))
    ann.lastDay = day("2026-06-10")
    let rules = Rederivation(portfolio(account(300, csm: "ANN"), [ann], periods: 2))
    // April: 20 days at 50 % of 30. May: 10 days at 50 %, 21 at 100 % less 6 on leave. Tail: 10 of 30 days.
    // 3000 * 1000 / 3000, 3000 * 2000 / 3100, 3000 * 1000 / 3000.
    #expect(rules.capacities == [[1000, 1935, 1000]])
  }

  @Test("prices compare as functions, however they are written") func functions() {
    var one = RederivedPrice()
    one.charge(over: 5, rate: 3)
    one.charge(over: 5, rate: 4)
    one.charge(under: 2, rate: 0)
    var other = RederivedPrice()
    other.charge(over: 5, rate: 7)
    #expect(one == other)
    // over - under = linear: the same corners, another line.
    other.charge(under: 5, rate: 1)
    #expect(one != other)
    #expect(other.charge(at: 0) == 5 && other.charge(at: 5) == 0 && other.charge(at: 6) == 7)
  }

  @Test("families: keys, anchors, joint groups and dissolved ones") func families() {
    let rules = Rederivation(TestPortfolios.team(.together))
    // A02, A07, A08 hang on a parent that is not in the file, the largest is A08; A10, A11 on A09, dissolved
    // because the incumbent of A11 departs.
    #expect(rules.groups.filter(\.isJoint) == [RederivedGroup(members: [1, 6, 7], anchor: 7)])
    #expect(rules.splitFamilies == [RederivedFamily(members: [8, 9, 10], anchor: 8)])
    #expect(Rederivation(TestPortfolios.team(.noFamilies)).splitFamilies.isEmpty)
    #expect(Rederivation(TestPortfolios.team()).splitFamilies.count == 2)
  }
}
