import Ballast
import Compilation
import OptionModel
import PlanDocument
import Portfolio
import Testing

/// Plans of small random portfolios whose rules count level by level, against the enumeration of every combination.
@Suite struct LevelPlanTests {
  @Test("The plan is the lexicographic optimum, with bounds that another derivation confirms", arguments: 0..<4)
  func agreesWithEnumeration(shard: UInt64) throws {
    var planned = 0
    for seed in stride(from: shard, to: 80, by: 4) {
      let portfolio = small(seed: seed)
      guard let model = try? PlanCompiler(portfolio).compile().levelModel(), let best = optimum(of: model) else {
        continue
      }
      let outcome = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, workLimit: 6_000_000, gap: 0))
      guard case .planned(let document, _) = outcome else {
        Issue.record("seed \(seed): a plan exists, yet \(outcome)")
        continue
      }
      planned += 1
      let levels = try #require(document.levels)
      #expect(levels.map(\.objective.micropoints) == best, "seed \(seed)")
      #expect(levels.reduce(0) { $0 + $1.objective.micropoints } == document.objective.micropoints, "seed \(seed)")
      #expect(levels.allSatisfy { $0.certifiedBound != nil }, "seed \(seed)")
      #expect(document.bound == nil && document.certifiedBound == nil)
      let summary = Planner(portfolio).verify(document) { _ in [] }
      #expect(summary.checks.allSatisfy { $0.passed }, "seed \(seed): \(summary.checks.flatMap(\.details))")
    }
    #expect(planned > 5)
  }

  @Test("A level whose charges or bound are changed is refused, and so are levels the policy does not have")
  func spoiled() throws {
    let portfolio = small(seed: 3)
    let outcome = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, workLimit: 2_000_000, gap: 0))
    guard case .planned(let document, _) = outcome else {
      Issue.record("no plan: \(outcome)")
      return
    }
    var spoiled = [document, document, document, document, document]
    spoiled[0].levels?[1].objective = PointsValue(micropoints: (document.levels?[1].objective.micropoints ?? 0) + 1)
    spoiled[1].levels?[0].certifiedBound = PointsValue(
      micropoints: (document.levels?[0].certifiedBound?.micropoints ?? 0) + 1)
    spoiled[2].levels = nil
    spoiled[3].levels?.swapAt(0, 1)
    spoiled[4].levels?[0].rules.removeLast()
    for (number, plan) in spoiled.enumerated() {
      let summary = Planner(portfolio).verify(plan) { _ in [] }
      #expect(!summary.checks.allSatisfy { $0.passed }, "change \(number)")
    }
    var weighed = portfolio
    weighed.policy.priorities.levels = []
    #expect(!Planner(weighed).verify(document) { _ in [] }.checks.allSatisfy { $0.passed })
  }

  private func small(seed: UInt64) -> Portfolio {
    var generator = SmallPortfolio(seed: seed)
    var portfolio = generator.portfolio()
    portfolio.policy.priorities.levels = PriorityPolicy.defaultLevels
    portfolio.policy.balance.hoursPrice = Points(1)
    while let model = try? PlanCompiler(portfolio).compile().model, Enumeration.combinations(of: model) > 4_000 {
      portfolio.accounts.removeLast()
    }
    return portfolio
  }

  private func optimum(of model: OptionModel) -> [Int64]? {
    var selection = Selection((0..<model.groupCount).map { model.groupStarts[$0] })
    var best: [Int64]?
    while true {
      if model.violations(of: selection).isEmpty {
        let objectives = model.objectives(of: selection)
        if best.map({ objectives.lexicographicallyPrecedes($0) }) ?? true { best = objectives }
      }
      guard
        let group = (0..<model.groupCount).first(where: { selection[$0] + 1 < model.options(ofGroup: $0).upperBound })
      else { return best }
      selection[group] += 1
      for earlier in 0..<group { selection[earlier] = model.options(ofGroup: earlier).lowerBound }
    }
  }
}
