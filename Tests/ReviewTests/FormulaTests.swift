import PlanDocument
import Portfolio
import Testing

@testable import Review

@Suite struct FormulaTests {
  @Test(
    "The probability of leaving is a class by health",
    arguments: [
      (100, 5), (75, 5), (74, 10), (60, 10), (59, 20), (40, 20), (39, 35), (0, 35),
    ] as [(Int, Int64)])
  func churn(health: Int, expected: Int64) {
    let account = SmallPortfolio.review { $0.health = health }.accounts[0]
    #expect(account.churnPercent == expected && account.isChurnAtLeast == nil)
    #expect(account.valueAtRisk == 1000 * expected)
  }

  @Test func `Signs of leaving add to it, up to 95 percent`() {
    let account = SmallPortfolio.review(of: {
      $0.usageTrend = .falling
      $0.healthTrend = .falling
      $0.sponsor = .gone
      $0.escalationOpen = true
    })
    #expect(account.accounts[0].churnPercent == 5 + 10 + 5 + 10 + 5)
    let most = SmallPortfolio.review(of: { $0.escalationOpen = true }, policy: { $0.review.churn.escalation = 100 })
    #expect(most.accounts[0].churnPercent == 95)
  }

  @Test func `Without a health it is a lower bound, and there is no lifetime value`() {
    let account = SmallPortfolio.review {
      $0.health = nil
      $0.usageTrend = .falling
    }.accounts[0]
    #expect(account.churnPercent == 15 && account.isChurnAtLeast == true)
    #expect(account.lifetimeValue == nil && account.valueAtRisk == 15_000)
  }

  @Test func `The lifetime value is what is expected over the years`() {
    // 100,000 x (1 + 0.95 + 0.9025 + 0.857375 + 0.814506)
    #expect(SmallPortfolio.review { _ in }.accounts[0].lifetimeValue == 452_438)
    let one = SmallPortfolio.review(of: { _ in }, policy: { $0.review.lifetimeYears = 1 })
    #expect(one.accounts[0].lifetimeValue == 100_000)
    #expect(SmallPortfolio.review { $0.arr = nil }.accounts[0].lifetimeValue == nil)
  }

  @Test func `Percentiles are by the nearest rank`() {
    let values: [Int64] = [15, 20, 35, 40, 50]
    #expect([5, 30, 40, 50, 99].map { Percentile.of(values, $0) } == [15, 20, 20, 35, 50])
    #expect(Percentile.of(values, 100) == nil && Percentile.of([], 50) == nil && Percentile.of([7], 0) == 7)
  }

  @Test func `Postures are value times potential, unmapped apart`() {
    let cases: [(Int64?, Int64?, Posture?)] = [
      (50_000, 20_000, .invest), (50_000, 19_999, .defend), (49_999, 20_000, .grow), (49_999, 19_999, .serve),
      (nil, 20_000, nil), (50_000, nil, nil),
    ]
    for (arr, potential, posture) in cases {
      let review = SmallPortfolio.review {
        $0.arr = arr.map { Money($0) }
        $0.potential = potential.map { Money($0) }
      }
      #expect(review.accounts[0].posture == posture)
      #expect(review.matrices[0].cells.first { $0.posture == posture }?.tally.accounts == 1)
    }
  }

  @Test func `Without thresholds the upper quarter is high`() {
    let accounts = (1...8).map { index -> Account in
      var account = SmallPortfolio.calm("A\(index)")
      (account.arr, account.potential) = (Money(Int64(index) * 1000), Money(Int64(9 - index) * 10))
      return account
    }
    let review = SmallPortfolio.review(accounts) {
      $0.effort.postureValue = nil
      $0.effort.posturePotential = nil
    }
    #expect(review.thresholds == [PostureThreshold(tier: "enterprise", value: 6000, potential: 60)])
    #expect(review.matrices[0].cells.map(\.tally.accounts) == [0, 3, 3, 2, 0])
  }

  @Test func `The id of a finding depends on nothing but kind, subject and cause`() {
    let finding = SmallPortfolio.review { $0.health = 10 }.finding(.lowHealth)
    let worse = SmallPortfolio.review {
      $0.health = 9
      $0.arr = nil
    }.finding(.lowHealth)
    #expect(finding?.id == "8ef66c86df126f3")
    #expect(finding?.id == worse?.id && finding != worse)
    #expect(finding?.id == FindingMaker.id(.risk, "A1", "low-health"))
    #expect(FindingMaker.id(.risk, "A1", "usage-falling") != finding?.id)
    #expect(FindingMaker.id(.middle, "A1", "low-health") != finding?.id)
  }

  @Test func `No two findings of a review share an id`() throws {
    let accounts = (0..<500).map { index -> Account in
      var account = SmallPortfolio.calm("A\(index)")
      (account.health, account.escalationOpen, account.lastTouch) = (30, true, nil)
      return account
    }
    let findings = SmallPortfolio.review(accounts).findings
    #expect(findings.count > 2000 && Set(findings.map(\.id)).count == findings.count)
  }
}
