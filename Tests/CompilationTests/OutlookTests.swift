import Portfolio
import TestSupport
import Testing

@testable import Compilation

@Suite("What would open an account") struct OutlookTests {
  private let csms = [CSM.given("ANN"), .given("BEN")]

  private func outlooks(
    _ account: Account, _ moments: [Moment] = [Moment("any", .any)], _ change: (inout Policy) -> Void = { _ in }
  ) throws -> [MomentOutlook] {
    try Given([account], csms) {
      $0.handoffs.moments = moments
      change(&$0)
    }.compile().plan.momentOutlooks
  }

  private func causes(_ outlook: MomentOutlook?) -> [MomentOutlook.Cause] { outlook?.obstacles.map(\.cause) ?? [] }

  @Test("is nothing where a moment is open") func open() throws {
    #expect(try outlooks(.given("A", with: "ANN")).isEmpty)
  }

  @Test("names the one blackout that stands in the way, and when it is over") func onboarding() throws {
    let account = Account.given("A", with: "ANN") { $0.onboardingEnd = .day(7, 15) }
    let outlook = try #require(try outlooks(account).first)
    #expect(outlook.obstacles == [.init(cause: .onboarding, opens: true)])
    #expect(outlook.opensOn == .day(7, 16))
  }

  @Test("says that of two blackouts neither opens it alone") func two() throws {
    let account = Account.given("A", with: "ANN") {
      $0.onboardingEnd = .day(7, 15)
      $0.csmSince = .day(5, 1)
    }
    let outlook = try #require(try outlooks(account) { $0.handoffs.blackouts.recentHandoffDays = 120 }.first)
    #expect(causes(outlook) == [.onboarding, .recentHandoff])
    // Without onboarding March and April are free.
    #expect(outlook.obstacles.map(\.opens) == [true, false])
  }

  @Test("names the date that is missing, and a window beyond the horizon") func dates() throws {
    let qbr = [Moment("qbr", .qbr, days: 0...14)]
    let missing = try #require(try outlooks(.given("A", with: "ANN"), qbr).first)
    #expect(missing.obstacles == [.init(cause: .missingDate, detail: "next_qbr")])
    #expect(missing.opensOn == nil)
    let late = try #require(try outlooks(.given("A", with: "ANN") { $0.nextQBR = .day(9, 1) }, qbr).first)
    #expect(causes(late) == [.outsideHorizon])
    #expect(late.opensOn == .day(9, 1))
  }

  @Test("names an own range by its reason") func range() throws {
    let range = BlackoutRange(range: DateRange(.day(2, 1), through: .day(6, 30)), reason: "Freeze")
    let outlook = try #require(
      try outlooks(.given("A", with: "ANN")) { $0.handoffs.blackouts.ranges = [range] }.first)
    #expect(outlook.obstacles == [.init(cause: .range, detail: "Freeze", opens: true)])
    #expect(outlook.opensOn == .day(7, 1))
  }

  @Test("finds the quarter after the horizon") func quarter() throws {
    let moment = [Moment("quarter", .fiscalBoundary, days: 0...10)]
    let range = BlackoutRange(range: DateRange(.day(2, 1), through: .day(5, 31)), reason: "Freeze")
    let outlook = try #require(
      try outlooks(.given("A", with: "ANN"), moment) { $0.handoffs.blackouts.ranges = [range] }.first)
    #expect(outlook.opensOn == .day(7, 1))
  }

  @Test("says when no moment is meant for the tier") func tier() throws {
    let outlook = try #require(
      try outlooks(.given("A", with: "ANN"), [Moment("vip", .any, tiers: ["strategic"])]).first)
    #expect(causes(outlook) == [.tier])
  }

  @Test("of a family without a moment in common names the family") func family() throws {
    func member(_ id: String, _ day: CalendarDate) -> Account {
      .given(id, with: "ANN") {
        $0.parentID = "P"; $0.nextQBR = day
      }
    }
    let plan = try Given([member("A", .day(3, 10)), member("B", .day(5, 20))], csms) {
      $0.handoffs.moments = [Moment("qbr", .qbr, days: 0...5)]
      $0.families.mode = .together
    }.compile().plan
    #expect(plan.momentOutlooks.map(\.account) == [0, 1])
    #expect(plan.momentOutlooks.allSatisfy { causes($0) == [.family] })
  }

  @Test("knows every span that the compiler blocks, and no other", arguments: 1...40)
  func sameSpans(seed: UInt64) {
    var random = RandomPortfolio(seed: seed)
    let facts = PlanFacts(random.everything())
    let rule = BlackoutRule(facts)
    for account in facts.accounts.indices {
      var spans: [DaySpan] = []
      rule.appendHard(ofAccount: account, to: &spans)
      #expect(Set(rule.blockedSpans(ofAccount: account).map(\.span)) == Set(spans))
    }
  }

  @Test(
    "is right: an account opens exactly where lifting the obstacle lets the compiler find a handoff", arguments: 1...30)
  func lifting(seed: UInt64) throws {
    var random = RandomPortfolio(seed: seed)
    let portfolio = random.everything()
    guard let plan = try? PlanCompiler(portfolio).compile() else { return }
    for outlook in plan.momentOutlooks {
      #expect(Set(outlook.obstacles).count == outlook.obstacles.count)
      let onboarding = outlook.obstacles.first { $0.cause == .onboarding }
      guard let onboarding, plan.meaning.members(ofGroup: plan.group(ofAccount: outlook.account)).count == 1 else {
        continue
      }
      var lifted = portfolio
      lifted.policy.handoffs.blackouts.onboarding = false
      let opened = try !PlanCompiler(lifted).compile().accountsWithoutMoment.contains(outlook.account)
      #expect(opened == onboarding.opens)
    }
  }
}
