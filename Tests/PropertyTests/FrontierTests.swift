import Ballast
import Compilation
import PlanDocument
import Portfolio
import Reports
import Scenarios
import TestSupport
import Testing

/// Curves of small seeded portfolios, against the enumeration of every combination at every limit.
@Suite struct FrontierTests {
  static let shards = 2
  static let models = 60
  static let limits: [Int64] = [0, 1, 2, 3]

  @Test("every point of a frontier over handoffs is the enumerated optimum of its limit", arguments: 0..<shards)
  func optimal(shard: Int) throws {
    var falling = 0
    for seed in stride(from: shard, to: Self.models, by: Self.shards) {
      let book = Book(seed: UInt64(seed))
      let document = try book.frontier(PlanRequest(timeLimit: nil, gap: 0))
      for limit in Self.limits {
        let point = document.points.first { $0.at == limit }
        #expect(point?.objective.micropoints == book.optimum(limit), "seed \(seed), at most \(limit)")
        #expect((document.without[String(limit)] != nil) == (point == nil), "seed \(seed), at most \(limit)")
      }
      if let first = document.points.first, let last = document.points.last, first.objective != last.objective {
        falling += 1
      }
    }
    #expect(falling > Self.models / Self.shards / 4)
  }

  @Test("however little is searched, the curve falls and holds the optimum between its sides", arguments: [1, 40, 400])
  func bracketed(work: Int64) throws {
    for seed in 0..<Self.models / 2 {
      let book = Book(seed: UInt64(seed))
      let points = try book.frontier(PlanRequest(timeLimit: nil, workLimit: work, gap: 0)).points
      for point in points {
        let optimum = try #require(book.optimum(point.at))
        #expect(point.objective.micropoints >= optimum, "seed \(seed), at most \(point.at)")
        #expect(point.certifiedBound?.micropoints ?? .min <= optimum, "seed \(seed), at most \(point.at)")
      }
      for (strict, loose) in zip(points, points.dropFirst()) {
        #expect(strict.objective.micropoints >= loose.objective.micropoints, "seed \(seed)")
        #expect(strict.certifiedBound?.micropoints ?? .min >= loose.certifiedBound?.micropoints ?? .min, "seed \(seed)")
      }
    }
  }
}

private struct Book {
  private var portfolio: Portfolio

  /// Five accounts with one person who has not the hours for them, and two others; a QBR is a moment for each.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let asOf = CalendarDate(dayNumber: 20_773)
    let csms = (0..<3).map { index in
      var csm = CSM(id: "C\(index)", regions: ["EMEA"])
      csm.capacity = Minutes(Int64.random(in: 2000...7000, using: &random))
      return csm
    }
    let accounts = (0..<5).map { index in
      let tier = ["enterprise", "mid-market", "small"].randomElement(using: &random) ?? "small"
      var account = Account(id: "A\(index)", tier: tier, region: "EMEA", csmID: "C0")
      account.effort = Minutes(Int64.random(in: 300...2500, using: &random))
      account.nextQBR = asOf.adding(days: Int.random(in: 0...25, using: &random))
      account.csmSince = asOf.adding(days: -Int.random(in: 100...1500, using: &random))
      return account
    }
    portfolio = Portfolio(asOf: asOf, accounts: accounts, csms: csms)
    portfolio.policy.horizon.periods = 1
  }

  private func limited(to handoffs: Int64) -> Portfolio {
    var limited = portfolio
    limited.policy.handoffs.budgetCount = handoffs
    return limited
  }

  func optimum(_ handoffs: Int64) -> Int64? {
    (try? PlanCompiler(limited(to: handoffs)).compile()).flatMap { Enumeration($0.model).optimum }
  }

  func frontier(_ request: PlanRequest) throws -> FrontierDocument {
    try FrontierRunner(request, folder: ".").run(
      .moves, values: FrontierTests.limits, currency: "EUR", planner: { Planner(limited(to: $0)) },
      facts: { ComparedPlan.Facts($0) }, finished: { _, _ in })
  }
}
