import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The region rule") struct RegionRuleTests {
  private let far = CSM.given("FAR") { $0.regions = ["APAC"] }
  private let near = CSM.given("NEAR") { $0.regions = ["AMER"] }

  private func given(_ treatment: EligibilityPolicy.Treatment = .ban) -> Given {
    Given([.given("A", with: "FAR")], [far, near, .given("OWN")]) {
      $0.regions = [RegionDefinition(name: "AMER", adjacent: ["EMEA"])]
      $0.eligibility.region = treatment
    }
  }

  @Test("charges an incumbent who does not cover the region for all twelve months") func inherited() throws {
    #expect(try given().compile().charge(.region, "A", .stay) == .points(2880))
  }

  @Test("charges giver and receiver for the months that each holds the account") func handoff() throws {
    // One month at 240, then eleven at 60: the receiver covers a neighbour.
    #expect(try given().compile().charge(.region, "A", .handoff, "NEAR", 1) == .points(240 + 660))
    #expect(try given().compile().charge(.region, "A", .handoff, "OWN", 2) == .points(480))
  }

  @Test("bans a receiver who covers neither the region nor a neighbour") func ban() throws {
    let orphan = Given([.given("A")], [far, near]) {
      $0.regions = [RegionDefinition(name: "AMER", adjacent: ["EMEA"])]
    }
    let then = try orphan.compile()
    #expect(then.ban("A", .assign, "FAR", 0) == .region)
    #expect(then.option("A", .assign, "FAR") == nil)
    #expect(try then.charge(.region, "A", .assign, "NEAR", 0) == .points(720))
  }

  @Test("charges instead of banning, or does nothing, as the policy says") func treatments() throws {
    var orphan = Given([.given("A")], [far]) { $0.eligibility.region = .price }
    #expect(try orphan.compile().charge(.region, "A", .assign, "FAR", 2) == .points(240 * 10))
    orphan.policy.eligibility.region = .off
    #expect(try orphan.compile().charge(.region, "A", .assign, "FAR", 2) == 0)
    #expect(try given(.off).compile().charge(.region, "A", .handoff, "NEAR", 0) == 0)
  }

  @Test("counts a week as 84 / 365 of a month, rounded down") func weeks() throws {
    var weekly = Given([.given("A", with: "NEAR")], [near]) {
      $0.regions = [RegionDefinition(name: "AMER", adjacent: ["EMEA"])]
    }
    weekly.policy.horizon.period = .week
    // 60 points times (3 * 84 + 9 * 365) / 365 months.
    #expect(try weekly.compile().charge(.region, "A", .stay) == 581_424_657)
  }
}
