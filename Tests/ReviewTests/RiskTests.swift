import PlanDocument
import Portfolio
import Testing

@testable import Review

/// Given an account, the first question finds these causes.
@Suite struct RiskTests {
  typealias Change = @Sendable (inout Account) -> Void

  static let causes: [(cause: ReviewCause, change: Change)] = [
    (.noCSM, { $0.csmID = nil }),
    (.lowHealth, { $0.health = 59 }),
    (.healthFalling, { $0.healthTrend = .change(-10) }),
    (.usageFalling, { $0.usageTrend = .change(-10) }),
    (.usageFalling, { $0.usageTrend = .falling }),
    (.sponsorQuiet, { $0.sponsor = .quiet }),
    (.sponsorGone, { $0.sponsor = .gone }),
    (.escalationOpen, { $0.escalationOpen = true }),
    (.relationshipAtRisk, { $0.relationship = .atRisk }),
    (.relationshipAtRisk, { $0.lifecycle = .churning }),
    (.renewalPassed, { $0.renewalDate = SmallPortfolio.day(-1) }),
    (
      .onboardingLate,
      {
        $0.lifecycle = .onboarding
        $0.onboardingEnd = SmallPortfolio.day(-1)
      }
    ),
    (
      .renewalUntouched,
      {
        $0.renewalDate = SmallPortfolio.day(90)
        $0.lastTouch = SmallPortfolio.day(-46)
      }
    ),
    (
      .renewalUntouched,
      {
        $0.renewalDate = SmallPortfolio.day(20)
        $0.lastTouch = nil
      }
    ),
  ]

  @Test("Given one thing wrong, finds that one cause", arguments: causes)
  func finds(given: (cause: ReviewCause, change: Change)) {
    #expect(SmallPortfolio.review(of: given.change).causes(.risk) == [given.cause.rawValue])
  }

  static let calm: [Change] = [
    { _ in },
    { $0.health = 60 },
    { $0.healthTrend = .change(-9) },
    { $0.usageTrend = .change(-9) },
    { $0.usageTrend = .steady },
    { $0.sponsor = .active },
    { $0.renewalDate = SmallPortfolio.day(0) },
    { $0.renewalDate = nil },
    {
      $0.renewalDate = SmallPortfolio.day(91)
      $0.lastTouch = SmallPortfolio.day(-46)
    },
    {
      $0.renewalDate = SmallPortfolio.day(90)
      $0.lastTouch = SmallPortfolio.day(-45)
    },
    { $0.onboardingEnd = SmallPortfolio.day(-1) },
    { $0.health = nil },
  ]

  @Test("Given nothing wrong, or just not enough, finds nothing", arguments: calm.indices)
  func findsNothing(index: Int) {
    #expect(SmallPortfolio.review(of: Self.calm[index]).causes(.risk) == [])
  }

  @Test func `A low health that falls is one cause, not two`() {
    let review = SmallPortfolio.review {
      $0.health = 40
      $0.healthTrend = .change(-20)
    }
    #expect(review.causes(.risk) == ["low-health"])
  }

  @Test func `A CSM who leaves within the renewal days makes a handoff part of the answer`() {
    var ann = CSM(id: "ann", regions: ["EMEA"])
    ann.lastDay = SmallPortfolio.day(90)
    let finding = SmallPortfolio.review(of: { _ in }, csms: [ann]).finding(.csmLeaving)
    #expect(finding?.handoff == .yes && finding?.owner == "ann" && finding?.until == SmallPortfolio.day(90))
    ann.lastDay = SmallPortfolio.day(91)
    #expect(SmallPortfolio.review(of: { _ in }, csms: [ann]).finding(.csmLeaving) == nil)
  }

  @Test func `Of a CSM who has left the manager owns the finding, else whoever leads`() {
    var ann = CSM(id: "ann", regions: ["EMEA"])
    ann.active = false
    #expect(SmallPortfolio.review(of: { _ in }, csms: [ann]).finding(.noCSM)?.owner == nil)
    ann.managerID = "mia"
    #expect(SmallPortfolio.review(of: { _ in }, csms: [ann]).finding(.noCSM)?.owner == "mia")
  }

  @Test func `Act within the days of the policy, or by the deadline, but not in the past`() {
    let due = { (renewal: Int?) in
      SmallPortfolio.review {
        $0.health = 10
        $0.renewalDate = renewal.map(SmallPortfolio.day)
      }.finding(.lowHealth)?.due
    }
    #expect(due(nil) == SmallPortfolio.day(14) && due(100) == SmallPortfolio.day(14))
    #expect(due(3) == SmallPortfolio.day(3) && due(0) == SmallPortfolio.asOf)
  }

  @Test func `Sorted by the ARR that is expected to go`() {
    var (small, large) = (SmallPortfolio.calm("small"), SmallPortfolio.calm("large"))
    (small.arr, small.health) = (Money(1_000), 10)
    (large.arr, large.health) = (Money(900_000), 59)
    let review = SmallPortfolio.review([small, large])
    #expect(review.findings.filter { $0.kind == .risk }.compactMap(\.account) == ["large", "small"])
    #expect(review.totals.atRisk == 2 && review.totals.valueAtRisk == 180_350)
  }
}
