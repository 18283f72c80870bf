import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The family rule") struct FamilyRuleTests {
  private let csms = [CSM.given("ANN"), .given("BEN"), .given("CAT")]

  private func family(_ mode: FamilyPolicy.Mode, _ change: (inout [Account]) -> Void = { _ in }) -> Given {
    var accounts = [
      Account.given("A", with: "ANN"), .given("B", with: "BEN") { $0.parentID = "A" },
      .given("C", with: "ANN") { $0.parentID = "B" }, .given("D", with: "ANN"),
    ]
    change(&accounts)
    return Given(accounts, csms) { $0.families.mode = mode }
  }

  private func split(_ account: Int32) -> (Int32) -> ResourceKey {
    { .familySplit(account: account, csm: $0) }
  }

  @Test("prices each member apart from the anchor") func price() throws {
    let then = try family(.price).compile()
    #expect(then.plan.model.groupCount == 4)
    #expect(then.resource(split(1), of: "BEN")?.charge(at: 1) == 240_000_000)
    #expect(then.resource(split(1), of: "BEN")?.charge(at: -1) == 0)
    #expect(try then.amount(split(1), of: "BEN", "B", .stay) == 1)
    #expect(try then.amount(split(1), of: "BEN", "A", .handoff, "BEN", 0) == -1)
    #expect(try then.amount(split(2), of: "ANN", "A", .stay) == -1)
    #expect(then.resource(split(0), of: "ANN") == nil)
    #expect(then.resource(split(3), of: "ANN") == nil)
  }

  @Test("charges exactly one split when nothing moves") func inherited() throws {
    let then = try family(.price).compile()
    let selection = then.plan.preferredOptions
    let loads = then.plan.model.loads(of: selection)
    let charged = then.plan.meaning.resources.indices.filter { index in
      if case .familySplit = then.plan.meaning.resources[index] {
        return then.plan.model.resources[index].charge(at: loads[index]) > 0
      }
      return false
    }
    #expect(charged.count == 1)
  }

  @Test("is one group when it stays together") func together() throws {
    let then = try family(.together).compile()
    #expect(then.plan.model.groupCount == 2)
    #expect(Array(then.plan.meaning.members(ofGroup: 0)) == [0, 1, 2])
    #expect(try then.charge(.family, "A", .stay) == .points(240))
    #expect(try then.charge(.family, "A", .handoff, "CAT", 0) == 0)
    #expect(try then.charge(.continuity, "A", .handoff, "CAT", 0) == .points(540))
  }

  @Test("leaves members where they are that are with the receiver already") func joiners() throws {
    let then = try family(.together).compile()
    #expect(try then.charge(.continuity, "A", .handoff, "ANN", 0) == .points(180))
    #expect(try then.hours(of: "ANN", "A", .handoff, "ANN", 1) == [1200, 1200 + 530 + 180, 1800, 1800])
  }

  @Test("takes one slot of the receiver and one of each giver") func slots() throws {
    let then = try family(.together).compile()
    #expect(try then.amount({ .slotsIn(csm: $0, period: 0) }, of: "CAT", "A", .handoff, "CAT", 0) == 1)
    #expect(try then.amount({ .slotsOut(csm: $0, period: 0) }, of: "ANN", "A", .handoff, "CAT", 0) == 1)
    #expect(try then.amount({ .slotsOut(csm: $0, period: 0) }, of: "BEN", "A", .handoff, "CAT", 0) == 1)
    #expect(try then.amount({ .slotsOut(csm: $0, period: 0) }, of: "ANN", "A", .handoff, "ANN", 0) == 0)
  }

  @Test("bans what a rule bans for one moving member") func bans() throws {
    let then = try family(.together) { $0[1].lockReason = "Promised" }.compile()
    #expect(then.ban("A", .handoff, "ANN", 0) == .lock)
    #expect(then.ban("A", .handoff, "CAT", 0) == .lock)
    #expect(then.option("A", .handoff, "BEN", 0) != nil)
  }

  @Test("asks the pins of all members, also of those that do not move") func pins() throws {
    let then = try family(.together) { $0[1].pinnedCSMID = "BEN" }.compile()
    #expect(then.option("A", .handoff, "BEN", 0) != nil)
    #expect(then.ban("A", .handoff, "ANN", 0) == .pin)
  }

  @Test("is dissolved by an orphan, or by a departing incumbent") func dissolved() throws {
    let then = try family(.together) { $0[2].csmID = nil }.compile()
    #expect(then.plan.model.groupCount == 4)
    #expect(then.resource(split(2), of: "CAT") != nil)
  }

  @Test("groups by a parent outside the file; the largest ARR is the anchor") func missingParent() throws {
    let given = Given(
      [
        .given("A", with: "ANN") { $0.parentID = "holding" },
        .given("B", with: "BEN") {
          $0.parentID = "holding"
          $0.arr = Money(5)
        }, .given("C", with: "ANN") { $0.parentID = "alone" },
      ], csms)
    let then = try given.compile()
    #expect(then.plan.familyAnchor(ofAccount: 0) == 1)
    #expect(then.plan.familyAnchor(ofAccount: 2) == nil)
  }

  @Test("does not hang on a cycle of parents") func cycle() throws {
    let then = try family(.price) { $0[0].parentID = "C" }.compile()
    #expect(then.plan.familyAnchor(ofAccount: 2) == 0)
  }

  @Test("is absent when it is off, or free") func absent() throws {
    #expect(try family(.off).compile().resource(split(1), of: "BEN") == nil)
    var free = family(.price)
    free.policy.families.splitPrice = .zero
    #expect(try free.compile().resource(split(1), of: "BEN") == nil)
  }
}
