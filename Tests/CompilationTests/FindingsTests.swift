import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The findings") struct FindingsTests {
  @Test("name what nobody who remains can do") func shortages() throws {
    let leaving = CSM.given("CAT") {
      $0.regions = ["APAC"]; $0.lastDay = .day(4, 10)
    }
    let only = CSM.given("ANN") {
      $0.tiers = ["mid-market"]; $0.languages = ["de"]
    }
    let accounts = [
      Account.given("A", with: "ANN") { $0.region = "APAC" }, .given("B", tier: "small"),
      .given("C") {
        $0.domains = ["banking"]; $0.language = "FR"
      }, .given("D") { $0.region = "AMER" },
    ]
    let plan = try Given(accounts, [only, leaving]) {
      $0.regions = [RegionDefinition(name: "EMEA", adjacent: ["AMER"])]
    }.compile().plan
    #expect(plan.shortages.map(\.kind) == [.region, .tier, .domain, .language])
    #expect(plan.shortages.map(\.value) == ["APAC", "small", "banking", "fr"])
    #expect(plan.shortages.map(\.accounts) == [[0], [1], [2], [2]])
    #expect(plan.shortages.map(\.minutes) == [600, 600, 600, 600])
  }

  @Test("list inherited pairings that would not be permitted today") func pairings() throws {
    let far = CSM.given("FAR") {
      $0.regions = ["APAC"]; $0.tiers = ["small"]
    }
    let plan = try Given([.given("A", with: "FAR")], [far]).compile().plan
    let rules = plan.inheritedBreaches.compactMap { breach -> RuleID? in
      if case .pairing(0, 0, let rule, _) = breach { return rule }
      return nil
    }
    #expect(rules == [.region, .tier])
  }

  @Test("give the limit of the policy beside the one of the model") func limits() throws {
    let plan = try Given([.given("A", with: "ANN")], [.given("ANN") { $0.capacity = Minutes(500) }]).compile()
      .plan
    let limits = plan.limits(ofResource: try #require(plan.resource(.hours(csm: 0, period: 0))))
    #expect(limits.policyLimit == 500)
    #expect(limits.inheritedLoad == 600)
    #expect(limits.upper == 600)
    #expect(limits.band?.targetHigh == 425)
  }
}

@Suite("Senseless numbers") struct InvalidCompilationTests {
  @Test("are refused with the name of their owner, all at once") func magnitudes() throws {
    let accounts = [Account.given("A") { $0.effort = Minutes(.max) }, .given("B") { $0.arr = Money(-1) }]
    let given = Given(accounts, [.given("ANN") { $0.capacity = Minutes(.max) }])
    let invalid = try #require(throws: InvalidCompilation.self) { try given.compile() }
    #expect(invalid.problems.map(\.subject) == ["Account A", "Account B", "CSM ANN"])
  }

  @Test("are refused where prices of load decrease") func decreasingPrice() throws {
    let given = Given([], [.given("ANN")]) { $0.capacity.priceOverSoft = .zero }
    let invalid = try #require(throws: InvalidCompilation.self) { try given.compile() }
    #expect(invalid.problems.first?.message.contains("must not decrease") == true)
  }

  @Test("never trap, however large a price is") func prices() {
    let given = Given([.given("A")], [.given("ANN")]) {
      $0.coverage.unassignedPrice = PerTier(Points(micropoints: .max / 2))
    }
    #expect(throws: InvalidCompilation.self) { try given.compile() }
  }
}

@Suite("An empty portfolio") struct EmptyPortfolioTests {
  @Test("compiles to an empty model") func empty() throws {
    let plan = try Given([], []).compile().plan
    #expect(plan.model.groupCount == 0)
    #expect(plan.preferredOptions.options.isEmpty)
  }

  @Test("leaves accounts unassigned where there is nobody") func nobody() throws {
    let then = try Given([.given("A"), .given("B", with: "unknown")], []).compile()
    #expect(then.plan.model.optionCount == 2)
    #expect(then.option("B", .unassigned) != nil)
  }
}
