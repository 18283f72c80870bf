import Portfolio
import Testing

@Suite("A value by tier") struct PerTierTests {
  @Test(
    "finds a tier without case, spaces, hyphens and underscores",
    arguments: ["mid-market", "Mid Market", "MIDMARKET", "mid_market"])
  func spelling(tier: String) { #expect(PerTier(1, ["mid-market": 2])[tier] == 2) }

  @Test("has a default for the others") func other() { #expect(PerTier(1, ["small": 2])["enterprise"] == 1) }

  @Test("keeps one value for two spellings") func assignment() {
    var value = PerTier(1, ["Mid-Market": 2])
    value["midmarket"] = 3
    #expect(value["mid market"] == 3)
  }
}

@Suite("A tier") struct StrategicTierTests {
  @Test("is strategic by its name") func name() {
    #expect(Policy().isStrategic(tier: "Strategic"))
    #expect(!Policy().isStrategic(tier: "enterprise"))
  }

  @Test("is strategic as the policy says, where it lists the tier") func listed() {
    var policy = Policy()
    policy.tiers = [.init(name: "Strategic", strategic: false), .init(name: "Key", strategic: true)]
    #expect(!policy.isStrategic(tier: "strategic"))
    #expect(policy.isStrategic(tier: "KEY"))
  }
}
