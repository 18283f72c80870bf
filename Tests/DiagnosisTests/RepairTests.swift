import Ballast
import Compilation
import Explanation
import GLPKBackend
import PlanDocument
import Portfolio
import Solving
import Testing

@Suite("Repairs") struct RepairTests {
  private func repair(_ finder: RepairFinder) throws -> Repair? {
    try finder.repair(
      backend: GLPKBackend(), limits: SolveLimits(), interruption: Interruption(), certify: ConflictTests.certified)
  }

  @Test("are the cheapest, and the repaired portfolio has a plan that passes every check", arguments: 0..<45)
  func cheapest(seed: Int) throws {
    let (portfolio, families) = Collision.portfolio(seed: seed)
    let lifted = try PlanCompiler(portfolio).lift()
    let finder = RepairFinder(lifted)
    let repair = try #require(try repair(finder), "\(families)")
    #expect(repair.price > 0 && repair.isCheapest, "\(families): \(repair)")
    #expect(repair.price == leastObjective(of: try #require(finder.model)), "\(families)")
    #expect(repair.price == repair.steps.reduce(0) { $0 + $1.price })
    let repaired = RepairEdits(lifted).repaired(by: repair)
    guard case .planned = try Planner(repaired).plan(PlanRequest(timeLimit: nil, workLimit: 5_000)) else {
      Issue.record("\(families): \(repair.steps) does not help")
      return
    }
  }

  @Test("hours are raised to whole hours a month that hold what is needed")
  func hours() throws {
    var portfolio = Collision.base()
    // 20 hours of A0, against a hundred percent of 19: an hour or two cost less than the promise.
    portfolio.accounts[0].pinnedCSMID = "C2"
    portfolio.csms[2].capacity = Minutes(hours: 19)
    let diagnosis = try Diagnoser(portfolio).diagnose(PlanRequest(timeLimit: nil, workLimit: 5_000))
    let repair = try #require(diagnosis.document.repair)
    #expect(diagnosis.document.status == .conflict)
    #expect(repair.isVerified && repair.isCheapest)
    let capacity = try #require(diagnosis.repaired?.csms[2].capacity)
    #expect(capacity.value % 60 == 0 && capacity >= Minutes(hours: 20))
    #expect(diagnosis.repaired?.accounts == portfolio.accounts)
  }

  @Test("what is found twice is the same")
  func reproducible() throws {
    let (portfolio, _) = Collision.portfolio(seed: 30)
    let request = PlanRequest(timeLimit: nil, workLimit: 5_000)
    let documents = try (0..<3).map { _ in try Diagnoser(portfolio).diagnose(request).document.encoded() }
    #expect(Set(documents).count == 1)
  }
}
