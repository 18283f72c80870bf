import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The tier rule") struct TierQualificationRuleTests {
  private let junior = CSM.given("JUN") { $0.tiers = ["small"] }

  @Test("bans a receiver who does not hold the tier, and charges one who does already") func tiers() throws {
    let then = try Given([.given("A", with: "JUN"), .given("B", with: "ANN")], [junior, .given("ANN")])
      .compile()
    #expect(then.ban("B", .handoff, "JUN", 0) == .tier)
    #expect(try then.charge(.tier, "A", .stay) == .points(2880))
    #expect(try then.charge(.tier, "A", .handoff, "ANN", 1) == .points(240))
  }

  @Test("finds a tier however it is spelled") func spelling() throws {
    let senior = CSM.given("SEN") { $0.tiers = ["Mid Market"] }
    let then = try Given([.given("A", with: "JUN")], [junior, senior]).compile()
    #expect(then.option("A", .handoff, "SEN", 0) != nil)
  }

  @Test("is silent when it is off") func off() throws {
    let then = try Given([.given("A", with: "ANN"), .given("B", with: "JUN")], [junior, .given("ANN")]) {
      $0.eligibility.tier = .off
    }.compile()
    #expect(try then.charge(.tier, "A", .handoff, "JUN", 0) == 0)
    #expect(try then.charge(.tier, "B", .stay) == 0)
  }
}

@Suite("The language rule") struct LanguageRuleTests {
  private let german = CSM.given("GER") { $0.languages = ["DE"] }
  private func account(_ language: String?, _ csm: String) -> Account {
    .given("A", with: csm) { $0.language = language }
  }

  @Test("compares without case") func sameLanguage() throws {
    let then = try Given([account("de", "ANN")], [german, .given("ANN")]).compile()
    #expect(then.option("A", .handoff, "GER", 0) != nil)
  }

  @Test("bans a receiver who lists other languages, and charges an incumbent") func otherLanguage() throws {
    #expect(
      try Given([account("fr", "ANN")], [german, .given("ANN")]).compile().ban("A", .handoff, "GER")
        == .language)
    #expect(
      try Given([account("fr", "GER")], [german]).compile().charge(.language, "A", .stay) == .points(2880))
  }

  @Test("asks nothing where a language is unknown on either side") func unknown() throws {
    #expect(try Given([account(nil, "GER")], [german]).compile().charge(.language, "A", .stay) == 0)
    #expect(try Given([account("fr", "ANN")], [.given("ANN")]).compile().charge(.language, "A", .stay) == 0)
  }
}

@Suite("The rule of forbidden pairs") struct ForbiddenPairRuleTests {
  private func given(_ csm: String) -> Given {
    Given([.given("A", with: csm)], [.given("ANN"), .given("BEN")]) {
      $0.eligibility.forbidden = [Pairing(accountID: "A", csmID: "BEN", reason: "A dispute")]
    }
  }

  @Test("bans the pair and says why") func ban() throws {
    let then = try given("ANN").compile()
    #expect(then.ban("A", .handoff, "BEN", 0) == .forbiddenPair)
    #expect(then.plan.verdicts(forGroup: 0).allSatisfy { $0.reason.hasSuffix("A dispute") })
    #expect(try then.charge(.forbiddenPair, "A", .stay) == 0)
  }

  @Test("charges an inherited pair while it lasts") func inherited() throws {
    let then = try given("BEN").compile()
    #expect(try then.charge(.forbiddenPair, "A", .stay) == .points(5760))
    #expect(try then.charge(.forbiddenPair, "A", .handoff, "ANN", 2) == .points(960))
  }
}
