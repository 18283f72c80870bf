import PlanDocument
import Portfolio
import Testing

@testable import Review

@Suite struct ConcentrationTests {
  private func account(_ id: String, _ arr: Int64, _ domains: [String], csm: String = "ann") -> Account {
    var account = SmallPortfolio.calm(id)
    (account.arr, account.domains, account.csmID) = (Money(arr), domains, csm)
    return account
  }

  private func table(_ review: ReviewDocument, _ dimension: ReviewSegment.Dimension) throws -> ConcentrationDocument {
    try #require(review.concentration.first { $0.dimension == dimension })
  }

  @Test func `Shares and the index of Herfindahl add up`() throws {
    let review = SmallPortfolio.review([account("A1", 600, ["energy"]), account("A2", 400, ["retail"])])
    let domains = try table(review, .domain)
    #expect(domains.shares.map(\.value) == ["energy", "retail"] && domains.shares.map(\.permille) == [600, 400])
    let tiers = try table(review, .tier)
    #expect(domains.herfindahl == 5200 && tiers.herfindahl == 10_000)
  }

  @Test func `The ARR of several domains is shared among them`() throws {
    let review = SmallPortfolio.review([account("A1", 101, ["energy", "retail"]), account("A2", 99, [])])
    let shares = try table(review, .domain).shares
    #expect(shares.map(\.value) == ["-", "energy", "retail"] && shares.map(\.arr) == [99, 51, 50])
  }

  @Test func `A share above its limit is found, one at the limit is not`() {
    let accounts = [account("A1", 501, ["energy"]), account("A2", 499, ["retail"])]
    let causes = { (limit: Int64) in
      SmallPortfolio.review(accounts) {
        $0.review.concentration.account = nil
        $0.review.concentration.domain = limit
      }.findings.filter { $0.kind == .concentration }.compactMap(\.segment)
    }
    #expect(causes(50) == [ReviewSegment(.domain, "energy")] && causes(51) == [])
  }

  @Test func `Trends are against the books before`() throws {
    let now = [account("A1", 600, ["energy"]), account("A2", 400, ["retail"])]
    let before = [account("A1", 100, ["energy"]), account("A2", 400, ["retail"])]
    let domains = try table(SmallPortfolio.review(now, previous: before), .domain)
    #expect(domains.shares.map(\.previousPermille) == [200, 800] && domains.previousHerfindahl == 6800)
    #expect(try table(SmallPortfolio.review(now), .domain).previousHerfindahl == nil)
  }

  @Test func `A small segment that is looked at less than the rest is neglected`() {
    var accounts = (0..<9).map { account("L\($0)", 100_000, ["retail"]) }
    accounts += (0..<3).map { index in
      var small = account("S\(index)", 1_000, ["arts"])
      if index < 2 { small.lastTouch = SmallPortfolio.day(-300) }
      return small
    }
    let neglected = { (accounts: [Account]) in
      SmallPortfolio.review(accounts).findings.filter { $0.kind == .neglected }.compactMap(\.segment)
    }
    #expect(neglected(accounts) == [ReviewSegment(.domain, "arts")])
    accounts[9].lastTouch = SmallPortfolio.asOf
    #expect(neglected(accounts) == [])
  }
}
