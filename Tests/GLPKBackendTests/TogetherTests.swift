import Foundation
import GLPKBackend
import OptionModel
import Solving
import Testing

@Suite("Plan and proof sought at the same time", .serialized)
struct TogetherTests {
  @Test("Under a time limit small models end at their optimum or are called infeasible, rightly")
  func optimum() throws {
    for seed: UInt64 in 3_000..<3_080 {
      let model = try RandomModel(seed: seed).build()
      let result = try Solver(backend: GLPKBackend()).solve(model, limits: SolveLimits(timeLimit: .seconds(60)))
      let best = BruteForce.optimum(of: model)
      #expect(result.objective == best, "seed \(seed)")
      #expect(result.termination == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      if let best, let bound = result.bound { #expect(bound <= best, "seed \(seed)") }
    }
  }

  @Test("It proves the optimum that the search in turns proves")
  func sameOptimum() throws {
    let model = try ContendedModel(accounts: 20, agents: 3, seed: 6).build()
    let solver = Solver(backend: GLPKBackend())
    let together = try solver.solve(model, limits: SolveLimits(timeLimit: .seconds(300)))
    let inTurns = try solver.solve(model)
    #expect(together.termination == .optimal)
    #expect(inTurns.termination == .optimal)
    #expect(together.objective == inTurns.objective)
  }

  @Test("Interrupted at a random moment it returns a feasible selection", arguments: 1...8)
  func interrupted(seed: UInt64) throws {
    var random = TestGenerator(seed)
    let delay = Double.random(in: 0...0.4, using: &random)
    let (model, stays) = try ContendedModel(accounts: 40, agents: 4, seed: seed, hasHardCaps: false).buildWithStays()
    let interruption = Interruption()
    let timer = Thread {
      Thread.sleep(forTimeInterval: delay)
      interruption.request()
    }
    timer.start()
    let result = try Solver(backend: GLPKBackend()).solve(
      model, limits: SolveLimits(timeLimit: .seconds(60)), preferred: stays, interruption: interruption)
    let selection = try #require(result.selection)
    #expect(model.violations(of: selection).isEmpty)
    #expect(result.objective == model.objective(of: selection))
    #expect(result.termination == .interrupted || result.termination == .optimal)
    if let objective = result.objective, let bound = result.bound { #expect(bound <= objective) }
  }
}
