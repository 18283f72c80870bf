import PlanDocument
import Portfolio
import Testing

@testable import Review

@Suite struct CriterionTests {
  private func rule(_ outcome: ReviewCriterion.Outcome, _ bounds: [ReviewCriterion.Bound]) -> ReviewCriterion {
    ReviewCriterion(id: "rule", reason: "Because", outcome: outcome, bounds: bounds)
  }

  private func review(_ rule: ReviewCriterion, _ change: (inout Account) -> Void = { _ in }) -> ReviewDocument {
    SmallPortfolio.review(of: change, policy: { $0.review.criteria = [rule] })
  }

  @Test(
    "A bound is met at it or above, or strictly below",
    arguments: [
      (ReviewCriterion.Measure.health, 80), (.arr, 100_000), (.potential, 1_000), (.effort, 660), (.lifetime, 452_438),
      (.profit, 89_440),
    ] as [(ReviewCriterion.Measure, Int64)])
  func bounds(measure: ReviewCriterion.Measure, value: Int64) {
    let met = { (isAtLeast: Bool, limit: Int64) in
      review(rule(.keep, [.init(measure, isAtLeast: isAtLeast, limit)])).criteria[0].met
    }
    #expect(met(true, value) == 1 && met(true, value + 1) == 0)
    #expect(met(false, value) == 0 && met(false, value + 1) == 1)
  }

  @Test func `What is not known decides nothing, and is counted`() {
    let known = rule(.keep, [.init(.health, isAtLeast: false, 50)])
    let document = review(known) { $0.health = nil }
    #expect(document.criteria[0].met == 0 && document.criteria[0].notKnown == 1)
    let both = rule(.keep, [.init(.health, isAtLeast: false, 50), .init(.arr, isAtLeast: false, 10)])
    #expect(review(both) { $0.health = nil }.criteria[0].notKnown == 0)
  }

  @Test func `Postures and tiers are conditions, too`() {
    var serve = rule(.pool, [])
    serve.postures = [.serve]
    #expect(review(serve).criteria[0].met == 0)
    #expect(review(serve) { $0.arr = Money(1) }.criteria[0].met == 1)
    var tier = rule(.pool, [])
    tier.tiers = ["Enter-Prise"]
    #expect(review(tier).criteria[0].met == 1)
  }

  private func fragment(_ rule: ReviewCriterion, change: (inout Policy) -> Void = { _ in }) -> String {
    let portfolio = SmallPortfolio.portfolio([SmallPortfolio.calm()]) {
      $0.review.criteria = [rule]
      change(&$0)
    }
    return PolicyFragment(Reviewer(ReviewInput(portfolio: portfolio)).review(), policy: portfolio.policy).text
  }

  @Test func `Rules become locks, prices, pools and moments`() {
    let all = [ReviewCriterion.Bound(.arr, isAtLeast: true, 0)]
    var priced = rule(.keep, all)
    priced.price = Points(micropoints: 2_500_000)
    let lock = #"- { id: "review-rule", reason: "Because", when: { accounts: ["A1"] }, price: 2.500000 }"#
    #expect(fragment(priced).contains(lock))
    #expect(fragment(rule(.release, all)).contains(#"- { account: "A1", csm: "ann", reason: "Because" }"#))
    #expect(fragment(rule(.pool, all)).contains(#"- { account: ["A1"], set: { pool_ok: "yes" } }"#))
    #expect(fragment(rule(.moment, all)).contains("set: { segment_changed_on: \(SmallPortfolio.asOf) }"))
  }

  @Test func `Quotes and control characters of ids stay text`() {
    var odd = rule(.keep, [.init(.arr, isAtLeast: true, 0)])
    odd.reason = "A \"word\"\n\\ \u{85}"
    #expect(fragment(odd).contains(#"reason: "A \"word\"\x0a\\ \x85""#))
  }

  @Test func `Limits become limits of books`() {
    let text = fragment(rule(.keep, [.init(.arr, isAtLeast: false, 0)])) {
      $0.review.concentration.tier = 40
      $0.review.concentration.csm = 30
      $0.books.segmentShares = [.init(.region, "EMEA", percent: 70)]
    }
    #expect(
      text.contains(#"- { region: "EMEA", percent: 70 }"#) && text.contains(#"- { tier: "enterprise", percent: 40 }"#))
    #expect(text.contains("books.max_arr: 30000"))
  }
}
