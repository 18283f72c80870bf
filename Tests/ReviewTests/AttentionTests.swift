import PlanDocument
import Portfolio
import Testing

@testable import Review

@Suite struct AttentionTests {
  /// 660 minutes are called for: the base of an enterprise account, posture defend.
  @Test(
    "Far less or far more than called for, by half an hour at least",
    arguments: [
      (461, []), (462, []), (463, []), (400, ["too-few-hours"]), (990, []), (991, ["too-many-hours"]),
    ] as [(Int64, [String])])
  func gap(given: Int64, expected: [String]) {
    let review = SmallPortfolio.review { $0.effort = Minutes(given) }
    let found = review.causes(.underServed) + review.causes(.overServed)
    #expect(review.accounts[0].minutesCalled == 660)
    #expect(found == (given == 461 ? ["too-few-hours"] : expected))
  }

  @Test func `A gap below half an hour is none`() {
    let review = SmallPortfolio.review {
      $0.tier = "small"
      $0.effort = Minutes(31)
    }
    #expect(review.accounts[0].minutesCalled == 60 && review.causes(.underServed) == [])
  }

  @Test func `Hours that are not known make no finding`() {
    let review = SmallPortfolio.review { $0.effort = nil }
    #expect(review.causes(.underServed) == [] && review.attention.noisePermille == nil)
    #expect(review.accounts[0].isCostEstimated == true)
    #expect(review.matrices[0].cells[1].tally.minutesUnknown == 1)
  }

  @Test func `Posture, health, escalation and a pool change what is called for`() {
    let called = { (change: (inout Account) -> Void, csms: [CSM]?) in
      SmallPortfolio.review(of: change, csms: csms).accounts[0].minutesCalled
    }
    #expect(called({ $0.potential = Money(20_000) }, nil) == 660 * 120 / 100)
    #expect(called({ $0.health = 59 }, nil) == 660 * 150 / 100)
    #expect(called({ $0.escalationOpen = true }, nil) == 660 * 130 / 100)
    var pool = CSM(id: "ann", regions: ["EMEA"])
    pool.kind = .pool
    #expect(called({ _ in }, [pool]) == 660 * 60 / 100)
  }

  @Test func `Activities of the period are an average month, others do not count`() {
    let days = [0, -1, -90, -91]
    let activities = days.map {
      Activity(date: SmallPortfolio.day($0), accountID: "A1", minutes: Minutes(300))
    }
    let review = SmallPortfolio.review([SmallPortfolio.calm()], activities: activities)
    #expect(review.attention.source == .activity)
    // 600 minutes in 90 days, of a month of 30.4375.
    #expect(review.accounts[0].minutesGiven == 203)
  }

  @Test func `Hours counted from activities are held against those of the renewal, too`() {
    var account = SmallPortfolio.calm()
    account.renewalDate = SmallPortfolio.day(45)
    let review = SmallPortfolio.review([account], activities: [])
    // Of the 600 minutes of a renewal, spread over the 90 days before it, 45 days lie in the period.
    #expect(review.accounts[0].minutesCalled == 660 + (300 * 304_375 + 450_000) / 900_000)
    #expect(review.accounts[0].minutesGiven == 0)
  }

  @Test func `The noise index is the share of hours that would have to move`() {
    let noise = { (pairs: [(Int64, Int64)]) -> Int64? in
      let accounts = pairs.enumerated().map { index, pair -> Account in
        var account = SmallPortfolio.calm("A\(index)")
        account.effort = Minutes(pair.0)
        account.tier = "t\(pair.1)"
        return account
      }
      return SmallPortfolio.review(accounts) { policy in
        for pair in pairs { policy.effort.base["t\(pair.1)"] = Minutes(pair.1) }
      }.attention.noisePermille
    }
    #expect(noise([(100, 200), (200, 400)]) == 0)
    #expect(noise([(300, 100), (100, 300)]) == 500)
    #expect(noise([(0, 100), (100, 0)]) == 1000)
    #expect(noise([(0, 100)]) == nil)
  }

  @Test func `A pool or a seniority that the service level does not name is found`() {
    var holder = CSM(id: "ann", regions: ["EMEA"])
    holder.kind = .pool
    let review = SmallPortfolio.review(of: { _ in }, csms: [holder])
    #expect(
      review.causes(.holder) == ["outside-service-level"] && review.finding(.outsideServiceLevel)?.handoff == .yes)
    holder.kind = .person
    let senior = { (policy: inout Policy) -> Void in policy.review.services[.defend]?.seniorities = ["Senior"] }
    #expect(SmallPortfolio.review(of: { _ in }, csms: [holder], policy: senior).causes(.holder) == [])
    holder.seniority = "junior"
    #expect(SmallPortfolio.review(of: { _ in }, csms: [holder], policy: senior).causes(.holder).count == 1)
    holder.seniority = "senior"
    #expect(SmallPortfolio.review(of: { _ in }, csms: [holder], policy: senior).causes(.holder) == [])
  }

  @Test func `An account that costs more than it brings frees hours in a pool`() {
    let review = SmallPortfolio.review {
      $0.arr = Money(10_559)
      $0.effort = Minutes(660)
    }
    let finding = review.finding(.costsMore)
    #expect(finding?.number(.serviceCost) == 10_560 && finding?.number(.profit) == -1)
    #expect(finding?.number(.minutesFreed) == 264 && finding?.action == .toPool && finding?.handoff == .yes)
    #expect(review.totals.costly == 1 && review.totals.minutesFreed == 264)
    #expect(SmallPortfolio.review { $0.arr = Money(10_560) }.finding(.costsMore) == nil)
    #expect(SmallPortfolio.review { $0.arr = nil }.finding(.costsMore) == nil)
  }
}
