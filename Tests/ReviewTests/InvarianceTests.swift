import PlanDocument
import Portfolio
import TestSupport
import Testing

@testable import Review

/// What must not matter does not, in seeded portfolios with everything in them.
@Suite struct InvarianceTests {
  private func portfolio(_ seed: UInt64) -> Portfolio {
    var random = RandomPortfolio(seed: seed, accounts: 60)
    var portfolio = random.everything()
    var numbers = SplitMix64(seed: seed)
    for index in portfolio.accounts.indices {
      let roll = Int(numbers.next() % 400)
      if roll > 60 { portfolio.accounts[index].lastTouch = portfolio.asOf.adding(days: -roll) }
      if roll % 3 == 0 { portfolio.accounts[index].usageTrend = .change(Int64(roll % 60) - 30) }
      if roll % 4 == 0 { portfolio.accounts[index].sponsor = Account.Sponsor.allCases[roll % 3] }
    }
    return portfolio
  }

  @Test("The order of rows changes nothing", arguments: UInt64(1)...9)
  func order(seed: UInt64) {
    let portfolio = portfolio(seed)
    let turned = Portfolio(
      asOf: portfolio.asOf, accounts: portfolio.accounts.reversed(), csms: portfolio.csms.reversed(),
      policy: portfolio.policy)
    #expect(Reviewer(ReviewInput(portfolio: portfolio)).review() == Reviewer(ReviewInput(portfolio: turned)).review())
  }

  @Test("The figures add up", arguments: UInt64(1)...9)
  func sums(seed: UInt64) throws {
    let review = Reviewer(ReviewInput(portfolio: portfolio(seed))).review()
    let base = try #require(review.matrices.first)
    #expect(base.cells.reduce(0) { $0 + $1.tally.accounts } == review.totals.all.accounts)
    #expect(base.cells.reduce(0) { $0 + $1.tally.arr } == review.totals.all.arr)
    for dimension in [ReviewSegment.Dimension.posture, .tier, .csm] {
      let rows = review.attention.rows.filter { $0.segment.dimension == dimension }
      #expect(rows.reduce(0) { $0 + $1.tally.minutesCalled } == review.totals.all.minutesCalled)
      #expect(rows.reduce(0) { $0 + $1.underServed } == review.causes(.underServed).count)
    }
    for table in review.concentration where table.dimension != .account {
      #expect(table.shares.reduce(0) { $0 + $1.arr } == review.totals.all.arr)
      #expect(table.shares.allSatisfy { (0...1000).contains($0.permille) } && table.herfindahl <= 10_000)
    }
    #expect(Set(review.findings.map(\.id)).count == review.findings.count)
    #expect(review.findings.allSatisfy { $0.due >= review.asOf })
  }

  @Test("What becomes unknown adds no finding about it", arguments: UInt64(1)...9)
  func unknown(seed: UInt64) {
    var blind = portfolio(seed)
    for index in blind.accounts.indices {
      blind.accounts[index].health = nil
      blind.accounts[index].usageTrend = nil
      blind.accounts[index].potential = nil
    }
    let review = Reviewer(ReviewInput(portfolio: blind)).review()
    let causes = Set(review.findings.map(\.cause))
    #expect(causes.isDisjoint(with: ["low-health", "usage-falling", "usage-rising", "healthy", "middle-falling"]))
    #expect(
      review.causes(.expansion).isEmpty && review.accounts.allSatisfy { $0.lifetimeValue == nil && $0.posture == nil })
  }
}
