import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The moment rule") struct MomentRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN")]

  private func given(_ moments: [Moment], _ account: Account = .given("A", with: "ANN")) -> Given {
    Given([account], csms) { $0.handoffs.moments = moments }
  }

  @Test("opens a window around an event, and the overlap follows the start") func window() throws {
    let account = Account.given("A", with: "ANN") { $0.renewalDate = .day(3, 20) }
    let then = try given([Moment("done", .renewal, days: 1...45, price: Points(7))], account).compile()
    #expect(then.days("A", "BEN", 0) == ["2026-03-21", "2026-03-28"])
    #expect(then.days("A", "BEN", 1) == ["2026-04-01", "2026-04-08"])
    #expect(then.days("A", "BEN", 2) == ["2026-05-01", "2026-05-08"])
    #expect(try then.charge(.moment, "A", .handoff, "BEN", 0) == .points(7))
  }

  @Test("knows the first days of quarters") func fiscalBoundary() throws {
    let then = try given([Moment("quarter", .fiscalBoundary, days: 0...30)]).compile()
    #expect(then.ban("A", .handoff, "BEN", 0) == .moment)
    #expect(then.days("A", "BEN", 1)?.first == "2026-04-01")
    #expect(then.days("A", "BEN", 2)?.first == "2026-05-01")
    #expect(then.plan.accountsWithoutMoment.isEmpty)
  }

  @Test("takes the cheapest moment, then the earliest day, then the first moment") func choice() throws {
    let moments = [
      Moment("dear", .any, price: Points(9)), Moment("late", .qbr, days: 5...9),
      Moment("early", .qbr, days: 0...9),
      Moment("same", .qbr, days: 0...9),
    ]
    let account = Account.given("A", with: "ANN") { $0.nextQBR = .day(3, 10) }
    let then = try given(moments, account).compile()
    let option = try #require(then.planned("A", .handoff, "BEN", 0))
    #expect(option.moment == 2)
    #expect(option.start == .day(3, 10))
    #expect(then.plan.otherMoments(forGroup: 0, option: option) == [0, 1, 3])
  }

  @Test("lists settled accounts that no moment permits") func nothing() throws {
    let then = try given([Moment("vip", .any, tiers: ["strategic"])]).compile()
    #expect(then.plan.accountsWithoutMoment == [0])
    #expect(then.ban("A", .handoff, "BEN", 1) == .moment)
  }

  @Test("has an overlap by tier, or its own") func overlap() throws {
    let account = Account.given("A", with: "ANN", tier: "strategic")
    #expect(try given([Moment("any", .any)], account).compile().days("A", "BEN", 0)?.last == "2026-03-22")
    let own = [Moment("any", .any, overlapWeeks: 0)]
    #expect(try given(own, account).compile().days("A", "BEN", 0)?.last == "2026-03-01")
  }
}

@Suite("The blackout rule") struct BlackoutRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN")]

  private func given(_ change: (inout Account) -> Void) -> Given {
    Given([.given("A", with: "ANN", change)], csms)
  }

  @Test("prices the approach of a renewal, bans the last sixty days, is over on the day") func renewal()
    throws
  {
    // Priced 2 to 31 March, banned 1 April to 30 May.
    let then = try given { $0.renewalDate = .day(5, 31) }.compile()
    #expect(try then.charge(.blackout, "A", .handoff, "BEN", 0) == .points(120))
    #expect(then.ban("A", .handoff, "BEN", 1) == .blackout)
    #expect(then.days("A", "BEN", 2) == ["2026-05-31", "2026-06-07"])
    #expect(try then.charge(.blackout, "A", .handoff, "BEN", 2) == 0)
  }

  @Test("lasts up to the end of onboarding, or always where the end is unknown") func onboarding() throws {
    let known = try given { $0.onboardingEnd = .day(4, 9) }.compile()
    #expect(known.ban("A", .handoff, "BEN", 0) == .blackout)
    #expect(known.days("A", "BEN", 1)?.first == "2026-04-10")
    let unknown = try given { $0.lifecycle = .onboarding }.compile()
    #expect(unknown.plan.accountsWithoutMoment == [0])
  }

  @Test("leaves a customer alone for ninety days after a handoff") func recentHandoff() throws {
    // 1 February and the 89 days after it: up to 1 May.
    #expect(try given { $0.csmSince = .day(2, 1) }.compile().days("A", "BEN", 2)?.first == "2026-05-02")
  }

  @Test("blocks the whole transition, in the regions it names") func ranges() throws {
    var given = given { _ in }
    let range = DateRange(.day(3, 5), through: .day(3, 6))
    given.policy.handoffs.blackouts.ranges = [
      BlackoutRange(range: range, regions: ["EMEA"], reason: "Release")
    ]
    #expect(try given.compile().days("A", "BEN", 0) == ["2026-03-07", "2026-03-14"])
    given.policy.handoffs.blackouts.ranges[0].regions = ["APAC"]
    #expect(try given.compile().days("A", "BEN", 0)?.first == "2026-03-01")
  }

  @Test("waits out a priced range rather than pay") func pricedRange() throws {
    var given = given { _ in }
    let range = DateRange(.day(3, 5), through: .day(3, 6))
    given.policy.handoffs.blackouts.ranges = [BlackoutRange(range: range, price: Points(5), reason: "Fair")]
    #expect(try given.compile().days("A", "BEN", 0)?.first == "2026-03-07")
    given.policy.handoffs.blackouts.ranges[0].range = DateRange(.day(3, 1), through: .day(3, 31))
    #expect(try given.compile().days("A", "BEN", 0)?.first == "2026-03-01")
    #expect(try given.compile().charge(.blackout, "A", .handoff, "BEN", 0) == .points(5))
  }

  @Test("does not move an account while its incumbent is on leave") func incumbentLeave() throws {
    let away = CSM.given("ANN") { $0.leave = DateRange(.day(3, 3), through: .day(3, 7)) }
    let then = try Given([.given("A", with: "ANN")], [away, .given("BEN")]).compile()
    #expect(then.days("A", "BEN", 0)?.first == "2026-03-08")
  }
}

@Suite("The departure rule") struct DepartureRuleTests {
  private func given(lastDay: CalendarDate, tier: String = "mid-market", moments: [Moment] = []) -> Given {
    let leaving = CSM.given("ANN") { $0.lastDay = lastDay }
    return Given([.given("A", with: "ANN", tier: tier), .given("B", with: "BEN")], [leaving, .given("BEN")]) {
      $0.handoffs.moments = moments
    }
  }

  @Test("forces a handoff outside every moment at a price, and only before the last day") func forced() throws {
    let then = try given(lastDay: .day(3, 10)).compile()
    #expect(then.planned("A", .handoff, "BEN", 0)?.moment == PlannedOption.forcedMoment)
    #expect(then.days("A", "BEN", 0) == ["2026-03-01", "2026-03-08"])
    #expect(try then.charge(.departure, "A", .handoff, "BEN", 0) == .points(120))
    #expect(try then.charge(.moment, "A", .handoff, "BEN", 0) == 0)
    #expect(then.ban("A", .handoff, "BEN", 1) == .moment)
    #expect(then.option("A", .stay) == nil)
  }

  @Test("cuts the overlap at a price for each started week") func shortening() throws {
    // Three weeks from 1 March would end on 22 March; the last day is the 10th: eleven days, two weeks, are missing.
    let then = try given(lastDay: .day(3, 10), tier: "strategic").compile()
    #expect(then.days("A", "BEN", 0) == ["2026-03-01", "2026-03-11"])
    #expect(try then.charge(.departure, "A", .handoff, "BEN", 0) == .points(120 + 240))
  }

  @Test("prefers a moment that costs less") func moment() throws {
    let then = try given(lastDay: .day(3, 20), moments: [Moment("any", .any, price: Points(50))]).compile()
    #expect(then.planned("A", .handoff, "BEN", 0)?.moment == 0)
    #expect(try then.charge(.departure, "A", .handoff, "BEN", 0) == 0)
  }

  @Test("beats blackouts") func blackout() throws {
    var given = given(lastDay: .day(3, 20), moments: [Moment("any", .any)])
    given.accounts[0].lifecycle = .onboarding
    let then = try given.compile()
    #expect(then.planned("A", .handoff, "BEN", 0)?.moment == PlannedOption.forcedMoment)
    #expect(then.plan.accountsWithoutMoment.isEmpty)
  }

  @Test("bans receiving by somebody who leaves") func receiver() throws {
    #expect(try given(lastDay: .day(5, 31)).compile().ban("B", .handoff, "ANN", 0) == .departure)
    #expect(try given(lastDay: .day(6, 1)).compile().ban("B", .handoff, "ANN", 0) == .moment)
  }

  @Test("makes an orphan of an account whose CSM left before the first day") func gone() throws {
    let then = try given(lastDay: .day(2, 28)).compile()
    #expect(then.days("A", "BEN", 0) == nil)
    #expect(then.option("A", .assign, "BEN", 0) != nil)
    #expect(then.option("A", .unassigned) != nil)
  }
}

@Suite("The presence rule") struct PresenceRuleTests {
  private func given(_ change: (inout CSM) -> Void) -> Given {
    Given([.given("A", with: "ANN"), .given("B")], [.given("ANN"), .given("BEN", change)])
  }

  @Test("lets nobody receive before the start date") func startDate() throws {
    let then = try given { $0.startDate = .day(4, 15) }.compile()
    #expect(then.ban("A", .handoff, "BEN", 0) == .presence)
    #expect(then.days("A", "BEN", 1) == ["2026-04-15", "2026-04-22"])
    #expect(then.ban("B", .assign, "BEN", 0) == .presence)
    #expect(then.planned("B", .assign, "BEN", 1)?.start == .day(4, 15))
  }

  @Test("keeps the transition out of the leave of the receiver") func leave() throws {
    let then = try given { $0.leave = DateRange(.day(3, 6), through: .day(4, 2)) }.compile()
    #expect(then.ban("A", .handoff, "BEN", 0) == .presence)
    #expect(then.days("A", "BEN", 1)?.first == "2026-04-03")
    #expect(then.option("B", .assign, "BEN", 0) != nil)
    #expect(then.ban("B", .assign, "BEN", 1) == .presence)
  }

  @Test("bans a receiver who is gone before the transition ends") func lastDay() throws {
    var given = given { $0.lastDay = .day(6, 3) }
    given.policy.handoffs.moments = [Moment("any", .any, overlapWeeks: 6)]
    let then = try given.compile()
    #expect(then.option("A", .handoff, "BEN", 1) != nil)
    #expect(then.ban("A", .handoff, "BEN", 2) == .presence)
    #expect(then.option("B", .assign, "BEN", 2) != nil)
  }
}
