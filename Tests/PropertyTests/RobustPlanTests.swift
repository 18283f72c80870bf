import Ballast
import Compilation
import PlanDocument
import Portfolio
import TestSupport
import Testing

/// Robust plans of random portfolios: what the compiler says about surprises against what the checker derives again.
@Suite struct RobustPlanTests {
  private static func portfolio(seed: UInt64, accounts: Int) -> Portfolio {
    var random = RandomPortfolio(seed: seed, accounts: accounts, csms: 4)
    var portfolio = random.everything()
    var generator = SplitMix64(seed: seed &+ 99)
    for index in portfolio.accounts.indices where Bool.random(using: &generator) {
      portfolio.accounts[index].highEffort = Minutes(Int64.random(in: 0...4000, using: &generator))
    }
    portfolio.policy.effort.highPercent = Int64.random(in: 100...200, using: &generator)
    portfolio.policy.capacity.robustAccounts = Int64.random(in: 1...4, using: &generator)
    return portfolio
  }

  @Test("The checker finds the same room in the worst case as the search", arguments: 0..<4)
  func agreement(shard: UInt64) throws {
    var planned = 0
    for seed in stride(from: shard, to: 48, by: 4) {
      let portfolio = Self.portfolio(seed: seed, accounts: 10)
      let outcome = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, workLimit: 2_000, gap: 0))
      switch outcome {
      case .planned(let document, _):
        planned += 1
        let robust = try #require(document.robust)
        #expect(robust.accounts == Int(portfolio.policy.capacity.robustAccounts), "seed \(seed)")
        #expect(robust.margins.filter { $0.minutes > $0.limit }.isEmpty, "seed \(seed)")
        #expect(document.checks.filter { !$0.passed }.isEmpty, "seed \(seed): \(document.checks.flatMap(\.details))")
      case .conflict, .noPlan: continue
      case .rejected(let problems): Issue.record("seed \(seed): \(problems)")
      }
    }
    #expect(planned > 6)
  }

  @Test("A plan that is not robust, or says so wrongly, is refused")
  func mutations() throws {
    var refused = 0
    for seed in UInt64(0)..<12 {
      let portfolio = Self.portfolio(seed: seed, accounts: 10)
      guard case .planned(let document, _) = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, workLimit: 500))
      else { continue }
      for index in document.robust?.margins.indices ?? 0..<0 {
        var changed = document
        changed.robust?.margins[index].minutes -= 1
        #expect(!isAccepted(changed, portfolio), "seed \(seed)")
        refused += 1
      }
      var silent = document
      silent.robust = nil
      #expect(!isAccepted(silent, portfolio), "seed \(seed)")
    }
    #expect(refused > 8)
  }

  /// By the check of the plan, whatever its bound.
  private func isAccepted(_ document: PlanDocument, _ portfolio: Portfolio) -> Bool {
    Planner(portfolio).verify(document) { _ in [] }.checks[0].passed
  }

  @Test("The price of robustness rises with the number of surprises")
  func price() throws {
    for seed in UInt64(0)..<10 {
      var previous = Int64.min
      for count in 0...3 {
        var portfolio = Self.portfolio(seed: seed, accounts: 5)
        portfolio.policy.capacity.robustAccounts = Int64(count)
        portfolio.policy.horizon.periods = 1
        guard case .planned(let document, _) = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, gap: 0)) else {
          previous = .max
          continue
        }
        #expect(document.objective.micropoints >= previous, "seed \(seed), \(count) accounts")
        previous = document.objective.micropoints
      }
    }
  }
}
