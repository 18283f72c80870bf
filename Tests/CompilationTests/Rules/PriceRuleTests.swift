import Compilation
import OptionModel
import Portfolio
import Testing

@Suite("The continuity rule") struct ContinuityRuleTests {
  private func price(_ tier: String = "mid-market", _ change: (inout Account) -> Void = { _ in }) throws
    -> Int64
  {
    let account = Account.given("A", with: "ANN", tier: tier, change)
    return try Given([account], [.given("ANN"), .given("BEN")]) {
      $0.handoffs.blackouts.recentHandoffDays = 0
    }
    .compile().charge(.continuity, "A", .handoff, "BEN", 0)
  }

  @Test("charges by tier") func tier() throws {
    #expect(try price() == .points(180))
    #expect(try price("strategic") == .points(720))
  }

  @Test("adds for full years together, up to five") func tenure() throws {
    #expect(try price { $0.csmSince = .day(3, 2, 2025) } == .points(180))
    #expect(try price { $0.csmSince = .day(3, 1, 2025) } == .points(198))
    #expect(try price { $0.csmSince = .day(1, 1, 2001) } == .points(270))
    #expect(try price { $0.csmSince = .day(9, 9, 2026) } == .points(180))
  }

  @Test("adds for risk and for earlier changes") func risk() throws {
    let expected = Int64.points(369)  // 100 + 30 + 50 + 25 percent of 180.
    let actual = try price {
      $0.csmSince = .day(3, 1, 2023)
      $0.relationship = .atRisk
      $0.csmChanges12Months = 1
    }
    #expect(actual == expected)
  }

  @Test("does not blame the plan for a departure, and charges nothing for staying") func departing() throws {
    let leaving = CSM.given("ANN") { $0.lastDay = .day(4, 10) }
    let then = try Given([.given("A", with: "ANN"), .given("B", with: "BEN")], [leaving, .given("BEN")])
      .compile()
    #expect(try then.charge(.continuity, "A", .handoff, "BEN", 0) == 0)
    #expect(try then.charge(.continuity, "B", .stay) == 0)
  }
}

@Suite("The coverage rule") struct CoverageRuleTests {
  @Test("charges an orphan for the months without a CSM") func orphan() throws {
    let then = try Given([.given("A")], [.given("ANN")]).compile()
    // 3000 and ten for each of 600 minutes: 9000 a month, twelve months.
    #expect(try then.charge(.coverage, "A", .unassigned) == .points(108_000))
    #expect(try then.charge(.coverage, "A", .assign, "ANN", 0) == 0)
    #expect(try then.charge(.coverage, "A", .assign, "ANN", 2) == .points(18_000))
  }

  @Test("charges a departing account from the period of the last day on") func departing() throws {
    let leaving = CSM.given("ANN") { $0.lastDay = .day(4, 10) }
    let then = try Given([.given("A", with: "ANN")], [leaving]).compile()
    #expect(try then.charge(.coverage, "A", .unassigned) == .points(99_000))
  }

  @Test("rounds weeks down") func weeks() throws {
    let then = try Given([.given("A")], [.given("ANN")]) { $0.horizon.period = .week }.compile()
    #expect(try then.charge(.coverage, "A", .assign, "ANN", 1) == 2_071_232_876)
  }
}

@Suite("The leave rule") struct LeaveRuleTests {
  private func given(through end: CalendarDate) -> Given {
    let away = CSM.given("ANN") { $0.leave = DateRange(.day(4, 1), through: end) }
    return Given([.given("A", with: "ANN")], [away, .given("BEN")])
  }

  @Test("charges the uncovered days at a tenth of being unassigned") func uncovered() throws {
    // 9000 points * 10 % * 30 days * 12 / 365.
    let then = try given(through: .day(4, 30)).compile()
    #expect(try then.charge(.leave, "A", .stay) == 887_671_232)
  }

  @Test("charges a cover once, and hands the hours over and back") func cover() throws {
    let then = try given(through: .day(4, 30)).compile()
    #expect(try then.charge(.leave, "A", .cover, "BEN", 1) == .points(60))
    #expect(try then.hours(of: "ANN", "A", .cover, "BEN") == [600, 120 + 180, 600, 600])
    #expect(try then.hours(of: "BEN", "A", .cover, "BEN") == [0, 600 + 180 + 120, 0, 0])
  }

  @Test("hands back in the period of the last day") func handBack() throws {
    let then = try given(through: .day(5, 31)).compile()
    #expect(try then.hours(of: "ANN", "A", .cover, "BEN") == [600, 120, 180, 600])
    #expect(try then.hours(of: "BEN", "A", .cover, "BEN") == [0, 600 + 180, 600 + 120, 0])
  }

  @Test("charges the days before the receiver takes over") func handoff() throws {
    let then = try given(through: .day(4, 30)).compile()
    #expect(try then.charge(.leave, "A", .handoff, "BEN", 0) == 0)
    #expect(try then.charge(.leave, "A", .handoff, "BEN", 2) == 887_671_232)
  }

  @Test("does not mind a short leave") func short() throws {
    let then = try given(through: .day(4, 13)).compile()
    #expect(try then.charge(.leave, "A", .stay) == 0)
    #expect(then.option("A", .cover, "BEN") == nil)
  }

  @Test("wants a cover who is there for all of it") func absentCover() throws {
    var given = given(through: .day(4, 30))
    given.csms[1].leave = DateRange(.day(4, 30), through: .day(4, 30))
    #expect(try given.compile().ban("A", .cover, "BEN") == .presence)
  }
}

@Suite("The rule of handoff effort") struct HandoffEffortRuleTests {
  @Test("costs both people minutes by tier in the period of the start") func strategic() throws {
    let account = Account.given("A", with: "ANN", tier: "strategic") { $0.effort = .zero }
    let then = try Given([account], [.given("ANN"), .given("BEN")]).compile()
    #expect(try then.hours(of: "ANN", "A", .handoff, "BEN", 1) == [0, 360, 0, 0])
    #expect(try then.hours(of: "BEN", "A", .handoff, "BEN", 1) == [0, 600, 0, 0])
  }

  @Test("costs only the receiver of an orphan, and nobody who stays") func orphan() throws {
    let small = Account.given("A", tier: "small") { $0.effort = .zero }
    let resting = Account.given("B", with: "ANN") { $0.effort = .zero }
    let then = try Given([small, resting], [.given("ANN")]).compile()
    #expect(try then.hours(of: "ANN", "A", .assign, "ANN", 2) == [0, 0, 60, 0])
    #expect(try then.hours(of: "ANN", "B", .stay) == [0, 0, 0, 0])
  }
}
