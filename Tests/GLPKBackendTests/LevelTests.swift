import GLPKBackend
import OptionModel
import Solving
import Testing
import Verification

@Suite("Levels against enumeration")
struct LevelTests {
  @Test("The lexicographic optimum of every small model is found and proven", arguments: 0..<4)
  func optimum(batch: UInt64) throws {
    for seed in (batch * 40)..<(batch * 40 + 40) {
      let model = try RandomModel(seed: 7_000 + seed, levels: seed % 3 == 0 ? 3 : 2).build()
      let result = try LevelSolver(backend: GLPKBackend()).solve(model, limits: SolveLimits(workLimit: 4_000_000))
      let best = BruteForce.lexicographicOptimum(of: model)
      #expect(result.selection.map(model.objectives(of:)) == best, "seed \(seed)")
      guard let best else {
        #expect(result.termination == .infeasible, "seed \(seed)")
        continue
      }
      #expect(result.termination == .optimal, "seed \(seed)")
      #expect(result.levels.map(\.objective) == best, "seed \(seed)")
      for level in result.levels {
        let bound = try #require(level.bound)
        #expect(bound <= level.objective && level.objective - bound < 200, "seed \(seed)")
      }
    }
  }

  @Test("What multipliers prove of a level holds for every selection as good as the plan on the levels above")
  func proofs() throws {
    for seed: UInt64 in 0..<60 {
      let model = try RandomModel(seed: 7_500 + seed, levels: 3).build()
      // With hardly any work the plan is poor on every level.
      let limits = SolveLimits(workLimit: seed % 2 == 0 ? 1 : 4_000_000)
      let result = try LevelSolver(backend: GLPKBackend()).solve(model, limits: limits)
      let found = result.levels.map(\.objective)
      for (number, level) in result.levels.enumerated() {
        let proof = try #require(level.proof)
        let bound = try #require(LevelProofChecker(model).bound(from: proof, level: number, objectives: found))
        BruteForce.forEachFeasible(in: model) { selection in
          let other = model.objectives(of: selection)
          guard zip(other, found).prefix(number).allSatisfy({ $0 <= $1 }) else { return }
          #expect(other[number] >= bound, "seed \(seed), level \(number)")
        }
      }
    }
  }

  @Test("Groups go back to what was preferred where that makes no level worse")
  func preferred() throws {
    var builder = OptionModelBuilder(levelCount: 2)
    builder.beginGroup()
    for costs in [(0, 5), (0, 5), (1, 0)] as [(Int64, Int64)] {
      builder.addOption(cost: costs.0)
      builder.setCost(costs.1, level: 1)
    }
    let model = try builder.build()
    let result = try LevelSolver(backend: GLPKBackend()).solve(model, preferred: Selection([1]))
    #expect(result.selection == Selection([1]))
    #expect(result.levels.map(\.objective) == [0, 5])
  }

  @Test("A work limit makes the result reproducible")
  func reproducible() throws {
    let model = try RandomModel(groups: 12...12, options: 4...6, seed: 5, levels: 3).build()
    let limits = SolveLimits(workLimit: 200_000)
    let first = try LevelSolver(backend: GLPKBackend()).solve(model, limits: limits)
    let second = try LevelSolver(backend: GLPKBackend()).solve(model, limits: limits)
    #expect(first.selection == second.selection)
    #expect(first.levels.map(\.bound) == second.levels.map(\.bound))
  }
}
