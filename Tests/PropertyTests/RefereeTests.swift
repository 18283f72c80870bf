import Ballast
import Compilation
import Foundation
import OptionModel
import PlanDocument
import Portfolio
import Testing
import Verification

/// Plans of small random portfolios over all rule families against the enumeration of every combination.
///
/// `BALLAST_MODELS` sets how many, `BALLAST_COMBINATIONS` how large; `Scripts/referee/small-models` runs 10,000.
@Suite struct RefereeTests {
  static let shards = 4
  static let models = environment("BALLAST_MODELS") ?? 500
  static let combinations = environment("BALLAST_COMBINATIONS") ?? 10_000

  private static func environment(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  @Test("no plan is wrong and no rule set is falsely called impossible", arguments: 0..<shards)
  func agreesWithEnumeration(shard: Int) throws {
    var counts = (solved: 0, impossible: 0)
    for seed in stride(from: shard, to: RefereeTests.models, by: RefereeTests.shards) {
      switch try verdict(seed: UInt64(seed)) {
      case .solved: counts.solved += 1
      case .impossible: counts.impossible += 1
      }
    }
    #expect(counts.solved > 0, "a referee that never sees a plan referees nothing")
    #expect(counts.impossible > 0 || RefereeTests.models < 100)
  }

  private enum Verdict { case solved, impossible }

  private func verdict(seed: UInt64) throws -> Verdict {
    let portfolio = small(seed: seed)
    let outcome = try Planner(portfolio).plan(PlanRequest(timeLimit: nil, gap: 0))
    let compiled: CompiledPlan
    do {
      compiled = try PlanCompiler(portfolio).compile()
    } catch is CompilationConflict {
      if case .conflict = outcome { return .impossible }
      Issue.record("seed \(seed): an account without any option must be a conflict, not \(outcome)")
      return .impossible
    }
    let audit = ModelAuditor(portfolio).audit(model: compiled.model, meaning: compiled.meaning)
    #expect(audit.passed, "seed \(seed): \(audit.findings.map(\.message))")
    guard let optimum = Enumeration(compiled.model).optimum else {
      if case .conflict = outcome { return .impossible }
      Issue.record("seed \(seed): nothing is feasible, yet \(outcome)")
      return .impossible
    }
    guard case .planned(let document, _) = outcome else {
      Issue.record("seed \(seed): the best plan costs \(optimum), yet \(outcome)")
      return .solved
    }
    check(document, optimum: optimum, seed: seed)
    return .solved
  }

  private func check(_ document: PlanDocument, optimum: Int64, seed: UInt64) {
    #expect(document.objective.micropoints == optimum, "seed \(seed)")
    #expect(document.termination.reason == .optimal, "seed \(seed)")
    #expect((document.bound?.micropoints ?? .min) <= optimum, "seed \(seed)")
    #expect((document.certifiedBound?.micropoints ?? .min) <= optimum, "seed \(seed)")
    #expect(document.certifiedBound != nil, "seed \(seed)")
  }

  /// The portfolio of a seed, with accounts taken away until it can be enumerated.
  private func small(seed: UInt64) -> Portfolio {
    var generator = SmallPortfolio(seed: seed)
    var portfolio = generator.portfolio()
    while let model = try? PlanCompiler(portfolio).compile().model,
      Enumeration.combinations(of: model) > RefereeTests.combinations
    {
      portfolio.accounts.removeLast()
    }
    return portfolio
  }
}
