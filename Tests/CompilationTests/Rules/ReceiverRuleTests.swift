import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The domain rule") struct DomainExpertiseRuleTests {
  private func account(_ tier: String = "mid-market", with csm: String? = "ANN") -> Account {
    .given("A", with: csm, tier: tier) { $0.domains = ["banking", "health"] }
  }
  private let expert = CSM.given("EXP") { $0.domains = ["banking": .expert, "health": .working] }
  private let beginner = CSM.given("BEG") { $0.domains = ["banking": .basic, "health": .expert] }

  @Test("charges the extra minutes of the worst domain: 15 % weak, 40 % missing") func extraMinutes() throws {
    let then = try Given([account()], [.given("ANN"), expert, beginner]).compile()
    // 600 minutes: 240 more for nobody's domain, 90 more for a beginner.
    #expect(try then.charge(.domain, "A", .stay) == .points(240 * 12))
    #expect(try then.charge(.domain, "A", .handoff, "BEG", 0) == .points(90 * 12))
    #expect(try then.charge(.domain, "A", .handoff, "EXP", 1) == .points(240))
    #expect(try then.hours(of: "ANN", "A", .stay) == [840, 840, 840, 840])
  }

  @Test("bans a missing domain for strategic accounts by default") func ban() throws {
    let then = try Given([account("strategic", with: "EXP")], [.given("ANN"), expert, beginner]).compile()
    #expect(then.ban("A", .handoff, "ANN", 0) == .domain)
    #expect(then.option("A", .handoff, "BEG", 0) != nil)
  }

  @Test("adds nothing where the treatment is off") func off() throws {
    let then = try Given([account()], [.given("ANN"), beginner]) {
      $0.eligibility.missing = PerTier(.off)
    }.compile()
    #expect(try then.charge(.domain, "A", .stay) == 0)
    #expect(try then.hours(of: "ANN", "A", .stay) == [600, 600, 600, 600])
  }

  @Test("multiplies with the factor of a pool, rounded once") func pool() throws {
    let pool = CSM.given("POOL") {
      $0.kind = .pool
      $0.domains = ["banking": .basic, "health": .basic]
    }
    // floor(600 * 60 * 115 / 10000) = 414 instead of 360.
    let then = try Given([account(with: "POOL")], [pool]).compile()
    #expect(try then.hours(of: "POOL", "A", .stay) == [414, 414, 414, 414])
    #expect(try then.charge(.domain, "A", .stay) == .points(54 * 12))
  }
}

@Suite("The pool rule") struct PoolRuleTests {
  private let pool = CSM.given("POOL") { $0.kind = .pool }

  @Test("bans a pool for accounts that do not allow it") func ban() throws {
    let allowed = Account.given("B", with: "ANN") { $0.poolOK = true }
    let then = try Given([.given("A", with: "ANN"), allowed], [.given("ANN"), pool]).compile()
    #expect(then.ban("A", .handoff, "POOL", 0) == .pool)
    #expect(then.option("B", .handoff, "POOL", 0) != nil)
  }

  @Test("lets a pool keep what it has") func inherited() throws {
    #expect(try Given([.given("A", with: "POOL")], [pool]).compile().option("A", .stay) != nil)
  }
}

@Suite("The pin rule") struct PinRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN"), .given("CAT")]

  @Test("bans every other final CSM, and staying with one") func elsewhere() throws {
    let then = try Given([.given("A", with: "ANN") { $0.pinnedCSMID = "BEN" }], csms).compile()
    #expect(then.ban("A", .stay) == .pin)
    #expect(then.ban("A", .handoff, "CAT", 0) == .pin)
    #expect(then.option("A", .handoff, "BEN", 0) != nil)
  }

  @Test("prefers the column to the policy, and the first pin of the policy to the next") func precedence()
    throws
  {
    let accounts = [Account.given("A", with: "ANN") { $0.pinnedCSMID = "BEN" }, .given("B", with: "ANN")]
    let then = try Given(accounts, csms) {
      $0.eligibility.pins = [
        Pairing(accountID: "A", csmID: "CAT"), Pairing(accountID: "B", csmID: "CAT"),
        Pairing(accountID: "B", csmID: "BEN"),
      ]
    }.compile()
    #expect(then.option("A", .handoff, "CAT", 0) == nil)
    #expect(then.option("B", .handoff, "CAT", 0) != nil)
    #expect(then.ban("B", .handoff, "BEN", 0) == .pin)
  }

  @Test("bans leaving an orphan unassigned") func orphan() throws {
    let then = try Given([.given("A") { $0.pinnedCSMID = "BEN" }], csms).compile()
    #expect(then.ban("A", .unassigned) == .pin)
    #expect(then.option("A", .assign, "BEN", 0) != nil)
  }

  @Test("leaves a conflict that lists every account and the rules in words") func conflict() throws {
    let accounts = ["A", "B"].map { id in Account.given(id, with: "ANN") { $0.pinnedCSMID = "BEN" } }
    let given = Given(accounts + [.given("C", with: "ANN")], csms) {
      $0.eligibility.forbidden = [
        Pairing(accountID: "A", csmID: "BEN"), Pairing(accountID: "B", csmID: "BEN", reason: "A dispute"),
      ]
    }
    let conflict = try #require(throws: CompilationConflict.self) { try given.compile() }
    #expect(conflict.subjects.map(\.accountIDs) == [["A"], ["B"]])
    #expect(conflict.subjects[1].causes.map(\.rule) == [.pin, .forbiddenPair])
    #expect(conflict.subjects[1].causes.map(\.candidates) == [4, 3])
    #expect(conflict.subjects[1].causes[1].reason == "B and BEN are not to be paired: A dispute")
  }
}

@Suite("The lock rule") struct AccountLockRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN")]
  private let locked = Account.given("A", with: "ANN") { $0.lockReason = "Promised" }

  @Test("bans the handoff of a locked account, and gives the reason of the person") func ban() throws {
    let then = try Given([locked], csms).compile()
    #expect(then.ban("A", .handoff, "BEN", 0) == .lock)
    #expect(then.plan.verdicts(forGroup: 0).first?.reason == "A keeps its CSM: Promised")
  }

  @Test("charges the price of the first match only") func price() throws {
    var first = LockRule(id: "first", reason: "First")
    first.accountIDs = ["A"]
    first.price = Points(75)
    let then = try Given([locked], csms) { $0.locks.insert(first, at: 0) }.compile()
    #expect(try then.charge(.lock, "A", .handoff, "BEN", 1) == .points(75))
    #expect(try then.charge(.lock, "A", .stay) == 0)
  }

  @Test("wants every condition met, and ARR to be known") func conditions() throws {
    var lock = LockRule(id: "large", reason: "Large")
    lock.arrAtLeast = Money(100)
    lock.tiers = ["mid-market"]
    let rich = Account.given("A", with: "ANN") { $0.arr = Money(100) }
    let then = try Given([rich, .given("B", with: "ANN")], csms) { $0.locks = [lock] }.compile()
    #expect(then.ban("A", .handoff, "BEN", 0) == .lock)
    #expect(then.option("B", .handoff, "BEN", 0) != nil)
  }

  @Test("does not hold an account whose CSM leaves") func departing() throws {
    let leaving = CSM.given("ANN") { $0.lastDay = .day(4, 10) }
    let then = try Given([locked], [leaving, .given("BEN")]).compile()
    #expect(then.option("A", .handoff, "BEN", 0) != nil)
  }
}
