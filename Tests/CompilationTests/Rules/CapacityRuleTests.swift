import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The capacity rule") struct CapacityRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN")]

  @Test("charges hours outside the band, in the tail for nine months") func band() throws {
    let then = try Given([], csms).compile()
    let month = try #require(then.resource({ .hours(csm: $0, period: 0) }, of: "ANN"))
    let tail = try #require(then.resource({ .hours(csm: $0, period: 3) }, of: "ANN"))
    // 7800 minutes: band 5460 to 6630, soft limit 7020, hard limit 7800.
    #expect(month.upper == 7800)
    #expect(month.charge(at: 5460) == 0)
    #expect(month.charge(at: 5459) == 20_000)
    #expect(month.charge(at: 6630) == 0)
    #expect(month.charge(at: 7020) == 39_000_000)
    #expect(month.charge(at: 7800) == 39_000_000 + 390_000_000)
    #expect(month.charge(at: 7801) == 39_000_000 + 390_000_000 + 2_000_000)
    #expect(tail.charge(at: 7020) == 9 * 39_000_000)
  }

  @Test("asks no work of open positions") func open() throws {
    let then = try Given([], [.given("ANN") { $0.kind = .open }]).compile()
    #expect(then.resource({ .hours(csm: $0, period: 0) }, of: "ANN")?.charge(at: 0) == 0)
  }

  @Test("lets an overload stay, not grow") func inherited() throws {
    let small = CSM.given("ANN") { $0.capacity = Minutes(500) }
    let then = try Given([.given("A", with: "ANN")], [small]).compile()
    #expect(then.resource({ .hours(csm: $0, period: 0) }, of: "ANN")?.upper == 600)
    #expect(then.plan.inheritedBreaches.count == 4)
  }

  @Test("splits a month of handoff by days, and the receiver learns at half pay") func handoff() throws {
    let then = try Given([.given("A", with: "ANN")], csms).compile()
    // 1 to 7 March overlap. ANN: 600 * 7 / 31 + 120 to give. BEN: 600 * (100 * 24 + 50 * 7) / 3100 + 180 to take.
    #expect(try then.hours(of: "ANN", "A", .handoff, "BEN", 0) == [135 + 120, 0, 0, 0])
    #expect(try then.hours(of: "BEN", "A", .handoff, "BEN", 0) == [532 + 180, 600, 600, 600])
    #expect(try then.hours(of: "ANN", "A", .handoff, "BEN", 1) == [600, 140 + 120, 0, 0])
  }

  @Test("gives an orphan to its receiver from the start") func assign() throws {
    let late = CSM.given("BEN") { $0.startDate = .day(4, 11) }
    let then = try Given([.given("A")], [late]).compile()
    // 20 of 30 days.
    #expect(try then.hours(of: "BEN", "A", .assign, "BEN", 1) == [0, 400 + 180, 600, 600])
  }

  @Test("frees a departing CSM after the last day") func departing() throws {
    let leaving = CSM.given("ANN") { $0.lastDay = .day(4, 10) }
    let then = try Given([.given("A", with: "ANN")], [leaving]).compile()
    #expect(try then.hours(of: "ANN", "A", .unassigned) == [600, 200, 0, 0])
    #expect(then.plan.effort.capacity(csm: 0, period: 1) == 2600)
    #expect(then.plan.effort.capacity(csm: 0, period: 2) == 0)
  }

  @Test("counts ramp, leave and working time by the day") func availability() throws {
    let new = CSM.given("NEW") { $0.startDate = .day(3, 1) }
    let away = CSM.given("OFF") { $0.leave = DateRange(.day(4, 1), through: .day(4, 15)) }
    let half = CSM.given("TWO") { $0.ftePercent = 50 }
    let effort = try Given([], [new, away, half]).compile().plan.effort
    // Thirty days at 25 % and one at 50 %.
    #expect(effort.capacity(csm: 0, period: 0) == 2012)
    #expect(effort.capacity(csm: 0, period: 3) == 7800)
    #expect(effort.capacity(csm: 1, period: 1) == 3900)
    #expect(effort.capacity(csm: 2, period: 0) == 3900)
  }

  @Test("keeps totals over weeks") func weeks() throws {
    var given = Given([.given("A", with: "ANN") { $0.effort = Minutes(1000) }], csms)
    given.policy.horizon.period = .week
    let then = try given.compile()
    // 1000 * 84 / 365 = 230.1 a week, 460.2 in two, 690.4 in three; capacity 7800 * 84 / 365.
    #expect(try then.hours(of: "ANN", "A", .stay) == [230, 230, 230, 1000])
    #expect(then.plan.effort.capacity(csm: 0, period: 0) == 1795)
  }

  @Test("spends the factor of a pool") func pool() throws {
    let pool = CSM.given("POOL") { $0.kind = .pool }
    #expect(try Given([.given("A", with: "POOL")], [pool]).compile().hours(of: "POOL", "A", .stay)[0] == 360)
  }
}

@Suite("The effort of an account") struct EffortTests {
  private func minutes(_ account: Account, _ change: (inout Policy) -> Void = { _ in }) throws -> Int64 {
    try Given([account], [], change).compile().plan.effort.nominal[0]
  }

  @Test("is estimated by tier and condition, and marked") func estimate() throws {
    var account = Account(id: "A", tier: "strategic", region: "EMEA")
    #expect(try minutes(account) == 1500)
    account.health = 59
    account.escalationOpen = true
    #expect(try minutes(account) == 2700)
    account.arr = Money(200_001)
    account.lifecycle = .onboarding
    #expect(try minutes(account) == 3600)
    #expect(try Given([account], []).compile().plan.effort.isEstimated == [true])
  }

  @Test("is not touched where it is given") func given() throws {
    #expect(try minutes(.given("A") { $0.escalationOpen = true }) == 600)
  }

  @Test(
    "follows the posture: value times potential",
    arguments: [(100, 100, 288), (100, 99, 240), (99, 100, 240), (99, 99, 168)] as [(Int64, Int64, Int64)])
  func posture(arr: Int64, potential: Int64, expected: Int64) throws {
    var account = Account(id: "A", tier: "mid-market", region: "EMEA")
    account.arr = Money(arr)
    account.potential = Money(potential)
    let change: (inout Policy) -> Void = {
      $0.effort.postureValue = PerTier(Money(100))
      $0.effort.posturePotential = PerTier(Money(100))
    }
    #expect(try minutes(account, change) == expected)
    account.potential = nil
    #expect(try minutes(account, change) == 240)
  }

  @Test("adds the work of events on their days") func events() throws {
    // Ninety days up to 30 March: thirty of them in the first month, 540 * 30 / 90.
    let account = Account.given("A", with: "ANN") { $0.onboardingEnd = .day(3, 31) }
    var given = Given([account], [.given("ANN")])
    #expect(try given.compile().hours(of: "ANN", "A", .stay) == [780, 600, 600, 600])
    given.policy.effort.includesEvents = true
    #expect(try given.compile().hours(of: "ANN", "A", .stay) == [600, 600, 600, 600])
  }
}
