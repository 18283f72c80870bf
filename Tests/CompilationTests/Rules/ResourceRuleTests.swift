import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The balance rule") struct BalanceRuleTests {
  private func given() -> Given {
    let rich = Account.given("A", with: "ANN") { $0.arr = Money(90_499) }
    let half = CSM.given("BEN") { $0.ftePercent = 50 }
    return Given([rich, .given("B") { $0.effort = Minutes(300) }], [.given("ANN"), half])
  }

  @Test("shares nominal hours and ARR by capacity, and weighs nine months") func targets() throws {
    let then = try given().compile()
    // 900 minutes and 90 thousand, two to one.
    let hours = try #require(then.resource({ .balanceHours(csm: $0) }, of: "ANN"))
    #expect(hours.charge(at: 600) == 0)
    #expect(hours.charge(at: 601) == 450_000)
    #expect(hours.charge(at: 598) == 900_000)
    let arr = try #require(then.resource({ .balanceARR(csm: $0) }, of: "BEN"))
    #expect(arr.charge(at: 30) == 0)
    #expect(arr.charge(at: 29) == 180_000)
  }

  @Test("counts the final book") func finalBook() throws {
    let then = try given().compile()
    #expect(try then.amount({ .balanceHours(csm: $0) }, of: "ANN", "A", .stay) == 600)
    #expect(try then.amount({ .balanceHours(csm: $0) }, of: "ANN", "A", .handoff, "BEN", 0) == 0)
    #expect(try then.amount({ .balanceARR(csm: $0) }, of: "BEN", "A", .handoff, "BEN", 2) == 90)
  }

  @Test("leaves out who leaves and open positions, and itself when its price is 0") func absent() throws {
    var given = given()
    given.csms[0].lastDay = .day(4, 10)
    given.csms[1].kind = .open
    let then = try given.compile()
    #expect(then.resource({ .balanceHours(csm: $0) }, of: "ANN") == nil)
    #expect(then.resource({ .balanceHours(csm: $0) }, of: "BEN") == nil)
    var free = self.given()
    free.policy.balance.arrPrice = .zero
    #expect(try free.compile().resource({ .balanceARR(csm: $0) }, of: "ANN") == nil)
  }
}

@Suite("The rule of book limits") struct BookLimitsRuleTests {
  private func account(_ id: String, _ region: String = "EMEA") -> Account {
    .given(id, with: "ANN", tier: "Strategic") {
      $0.arr = Money(250_000)
      $0.health = 10
      $0.region = region
    }
  }

  @Test("limits the final book; a column wins over the policy") func limits() throws {
    let then = try Given([account("A")], [.given("ANN") { $0.maxAccounts = 5 }, .given("BEN")]) {
      $0.books.maxAccounts = 9
      $0.books.maxStrategic = 2
      $0.books.maxAtRisk = 3
      $0.books.maxARR = Money(1_000_000)
    }.compile()
    #expect(then.resource({ .bookAccounts(csm: $0) }, of: "ANN")?.upper == 5)
    #expect(then.resource({ .bookAccounts(csm: $0) }, of: "BEN")?.upper == 9)
    #expect(then.resource({ .bookARR(csm: $0) }, of: "BEN")?.upper == 1000)
    #expect(try then.amount({ .bookStrategic(csm: $0) }, of: "ANN", "A", .stay) == 1)
    #expect(try then.amount({ .bookAtRisk(csm: $0) }, of: "BEN", "A", .handoff, "BEN", 0) == 1)
    #expect(try then.amount({ .bookARR(csm: $0) }, of: "BEN", "A", .handoff, "BEN", 0) == 250)
  }

  @Test("lets what is already too much stay") func inherited() throws {
    let then = try Given([account("A"), account("B")], [.given("ANN") { $0.maxStrategic = 1 }]).compile()
    #expect(then.resource({ .bookStrategic(csm: $0) }, of: "ANN")?.upper == 2)
    #expect(then.plan.inheritedBreaches == [.limit(resource: .bookStrategic(csm: 0), limit: 1, inherited: 2)])
  }

  @Test("limits the share of a segment by a signed sum") func segments() throws {
    let csm = CSM.given("ANN") { $0.regions = ["EMEA", "APAC"] }
    let then = try Given([account("A"), account("B", "APAC")], [csm, .given("BEN")]) {
      $0.books.segmentShares = [.init(.region, "EMEA", percent: 60), .init(.region, "APAC", percent: 40)]
    }.compile()
    #expect(try then.amount({ .bookSegment(csm: $0, limit: 0) }, of: "ANN", "A", .stay) == 10_000)
    #expect(try then.amount({ .bookSegment(csm: $0, limit: 0) }, of: "ANN", "B", .stay) == -15_000)
    #expect(then.resource({ .bookSegment(csm: $0, limit: 0) }, of: "ANN")?.upper == 0)
    // 60 % against 40 %: the inherited excess is allowed.
    #expect(then.resource({ .bookSegment(csm: $0, limit: 1) }, of: "ANN")?.upper == 5000)
  }
}

@Suite("The rule of handoff slots") struct HandoffSlotsRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN") { $0.handoffsIn = 3 }]

  @Test("has two a week, by the days of the period, and charges for more") func priced() throws {
    let then = try Given([], csms).compile()
    let slots = try #require(then.resource({ .slotsIn(csm: $0, period: 0) }, of: "ANN"))
    #expect(slots.upper == nil)
    #expect(slots.charge(at: 8) == 0)
    #expect(slots.charge(at: 10) == 480_000_000)
    #expect(then.resource({ .slotsIn(csm: $0, period: 0) }, of: "BEN")?.charge(at: 4) == 240_000_000)
  }

  @Test("can be hard, with one at least") func hard() throws {
    let then = try Given([], csms) {
      $0.handoffs.slotsAreHard = true
      $0.handoffs.slotsOutPerWeek = 0
    }.compile()
    #expect(then.resource({ .slotsIn(csm: $0, period: 1) }, of: "BEN")?.upper == 3)
    #expect(then.resource({ .slotsOut(csm: $0, period: 1) }, of: "ANN")?.upper == 1)
    #expect(then.resource({ .slotsOut(csm: $0, period: 1) }, of: "ANN")?.price.isEmpty == true)
  }

  @Test("counts giver and receiver, but not a giver who leaves") func consumption() throws {
    let leaving = CSM.given("CAT") { $0.lastDay = .day(4, 10) }
    let then = try Given(
      [.given("A", with: "ANN"), .given("B", with: "CAT"), .given("C")], csms + [leaving]
    ).compile()
    #expect(try then.amount({ .slotsOut(csm: $0, period: 1) }, of: "ANN", "A", .handoff, "BEN", 1) == 1)
    #expect(try then.amount({ .slotsIn(csm: $0, period: 1) }, of: "BEN", "A", .handoff, "BEN", 1) == 1)
    #expect(try then.amount({ .slotsIn(csm: $0, period: 0) }, of: "BEN", "C", .assign, "BEN", 0) == 1)
    #expect(then.resource({ .slotsOut(csm: $0, period: 0) }, of: "CAT") == nil)
  }
}

@Suite("The move budget") struct MoveBudgetRuleTests {
  private let leaving = CSM.given("CAT") { $0.lastDay = .day(4, 10) }
  private var accounts: [Account] {
    [.given("A", with: "ANN") { $0.arr = Money(7500) }, .given("B", with: "CAT"), .given("C"), .given("D")]
  }

  @Test("takes the smaller of count and share, and ARR in thousands") func limits() throws {
    let then = try Given(accounts, [.given("ANN"), .given("BEN"), leaving]) {
      $0.handoffs.budgetCount = 10
      $0.handoffs.budgetShare = 70
      $0.handoffs.budgetARR = Money(1_500_499)
    }.compile()
    #expect(then.resource({ _ in .moveCount })?.upper == 2)
    #expect(then.resource({ _ in .moveARR })?.upper == 1500)
  }

  @Test("counts moves by choice, not departures and orphans") func consumption() throws {
    let then = try Given(accounts, [.given("ANN"), .given("BEN"), leaving]) {
      $0.handoffs.budgetCount = 10
      $0.handoffs.budgetARR = Money(1_000_000)
    }.compile()
    #expect(try then.amount({ _ in .moveCount }, "A", .handoff, "BEN", 0) == 1)
    #expect(try then.amount({ _ in .moveARR }, "A", .handoff, "BEN", 0) == 8)
    #expect(try then.amount({ _ in .moveCount }, "B", .handoff, "BEN", 0) == 0)
    #expect(try then.amount({ _ in .moveCount }, "C", .assign, "BEN", 0) == 0)
  }

  @Test("is absent without a limit") func absent() throws {
    let then = try Given(accounts, [.given("ANN"), leaving]).compile()
    #expect(then.resource({ _ in .moveCount }) == nil)
    #expect(then.resource({ _ in .moveARR }) == nil)
  }
}
