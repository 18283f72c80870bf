import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The agreement rule") struct AgreementRuleTests {
  private let given = Given([.given("A", with: "ANN"), .given("O")], [.given("ANN"), .given("BEN"), .given("CLEO")])

  @Test("leaves of an accepted move exactly that move") func accepted() throws {
    let then = try given.agreeing(
      Agreement(account: "A", kind: .accepted, move: .handoff, csm: "BEN", start: .day(4, 10))
    ).compile()
    #expect(then.option("A", .handoff, "BEN", 1) != nil)
    #expect(then.ban("A", .handoff, "BEN", 0) == .agreement)
    #expect(then.ban("A", .handoff, "CLEO", 1) == .agreement)
    #expect(then.ban("A", .stay) == .agreement)
    #expect(then.plan.model.options(ofGroup: 0).count == 1)
  }

  @Test("keeps an account where somebody agreed that it stays") func staying() throws {
    let then = try given.agreeing(Agreement(account: "A", kind: .accepted, move: .stay)).compile()
    #expect(then.option("A", .stay) != nil)
    #expect(then.plan.model.options(ofGroup: 0).count == 1)
  }

  @Test("never offers whom somebody refused, and says who did") func refused() throws {
    let then = try given.agreeing(
      Agreement(account: "A", kind: .refused, csm: "BEN", by: "Mia"),
      Agreement(account: "O", kind: .refused, csm: "BEN")
    ).compile()
    for period in 0..<3 {
      #expect(then.ban("A", .handoff, "BEN", period) == .agreement)
      #expect(then.ban("O", .assign, "BEN", period) == .agreement)
      #expect(then.option("A", .handoff, "CLEO", period) != nil)
    }
    #expect(then.plan.verdicts(forGroup: 0).contains { $0.reason.contains("BEN was refused for A (Mia)") })
    #expect(then.option("A", .stay) != nil)
  }

  @Test("starts nothing before the end of a deferral") func deferred() throws {
    let then = try given.agreeing(
      Agreement(account: "A", kind: .deferred, until: .day(4, 20)),
      Agreement(account: "O", kind: .deferred, until: .day(4, 20))
    ).compile()
    #expect(then.option("A", .handoff, "BEN", 0) == nil)
    #expect(then.days("A", "BEN", 1) == ["2026-04-20", "2026-04-27"])
    #expect(then.ban("O", .assign, "BEN", 1) == .agreement)
    #expect(then.option("O", .assign, "BEN", 2) != nil)
  }

  @Test("ends with the CSM that somebody named, whenever that is") func directed() throws {
    let then = try given.agreeing(Agreement(account: "A", kind: .directed, csm: "CLEO")).compile()
    #expect(then.ban("A", .stay) == .agreement)
    #expect(then.ban("A", .handoff, "BEN", 0) == .agreement)
    #expect((0..<3).allSatisfy { then.option("A", .handoff, "CLEO", $0) != nil })
  }

  @Test("charges whatever differs from an announced move") func announced() throws {
    let then = try given.agreeing(
      Agreement(account: "A", kind: .announced, move: .handoff, csm: "BEN", start: .day(4, 1))
    ).compile()
    #expect(try then.charge(.agreement, "A", .handoff, "BEN", 1) == 0)
    #expect(try then.charge(.agreement, "A", .handoff, "BEN", 2) == .points(240))
    #expect(try then.charge(.agreement, "A", .handoff, "CLEO", 1) == .points(240))
    #expect(try then.charge(.agreement, "A", .stay) == .points(240))
    let agreed = try #require(then.plan.agreedOptions)
    #expect(agreed[0] == then.option("A", .handoff, "BEN", 1))
  }

  @Test("lets a handoff that has begun go on, and charges only what still comes") func begun() throws {
    let then = try given.agreeing(
      Agreement(
        account: "A", kind: .begun, move: .handoff, csm: "BEN", moment: "any", start: .day(2, 23), effective: .day(3, 2)
      )
    ).compile()
    #expect(then.plan.model.options(ofGroup: 0).count == 1)
    let option = try #require(then.planned("A", .handoff, "BEN", 0))
    #expect([option.start, option.effective] == [.day(2, 23), .day(3, 2)])
    // A day of 31 with ANN; BEN learns on it and works on all others. No hours of handing over, no slot.
    #expect(try then.hours(of: "ANN", "A", .handoff, "BEN", 0) == [19, 0, 0, 0])
    #expect(try then.hours(of: "BEN", "A", .handoff, "BEN", 0) == [590, 600, 600, 600])
    #expect(try then.amount({ .slotsIn(csm: $0, period: 0) }, of: "BEN", "A", .handoff, "BEN", 0) == 0)
    #expect(then.plan.inheritedLoads[try #require(then.plan.resource(.hours(csm: 1, period: 0)))] == 590)
    #expect(then.ban("A", .stay) == .agreement)
  }

  @Test("ignores agreements about people and accounts that are not there") func unknown() throws {
    let then = try given.agreeing(
      Agreement(account: "X", kind: .accepted, move: .stay),
      Agreement(account: "A", kind: .accepted, move: .handoff, csm: "X"),
      Agreement(account: "A", kind: .announced, move: .handoff, csm: "X")
    ).compile()
    #expect(try then.charge(.agreement, "A", .stay) == 0)
    #expect(then.option("A", .handoff, "BEN", 0) != nil)
  }
}
