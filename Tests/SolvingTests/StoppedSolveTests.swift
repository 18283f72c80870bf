import OptionModel
import Solving
import Testing

@Suite("Solves that are stopped early")
struct StoppedSolveTests {
  @Test("A plan stopped after any amount of work is feasible, and no worse than the start", arguments: 1...200)
  func feasible(seed: UInt64) throws {
    let model = try ToyModels.mixed(groups: 20, options: 5, seed: seed, slack: 30)
    var work = Int64(seed * seed)
    work += (work * 7_919) % 997
    let solver = Solver(backend: SilentBackend())
    let limits = SolveLimits(workLimit: work, seed: seed)
    let result = try solver.solve(model, limits: limits)
    guard let selection = result.selection else { return }
    #expect(model.violations(of: selection).isEmpty)
    #expect(model.objective(of: selection) == result.objective)
    let longer = try solver.solve(model, limits: limits, start: selection)
    #expect(longer.objective ?? .max <= result.objective ?? .min)
    #expect(try solver.solve(model, limits: limits).selection == selection)
  }

  @Test("Interrupting at a reported improvement leaves a feasible plan", arguments: 1...40)
  func interrupted(seed: UInt64) throws {
    let model = try ToyModels.mixed(groups: 30, options: 5, seed: seed, slack: 30)
    let interruption = Interruption()
    let result = try Solver(backend: SilentBackend()).solve(
      model, limits: SolveLimits(workLimit: 200_000, seed: seed), interruption: interruption
    ) { moment in
      if moment.objective != nil, seed % 3 == 0 || moment.phase == .localSearch { interruption.request() }
    }
    guard let selection = result.selection else { return }
    #expect(model.violations(of: selection).isEmpty)
    #expect(model.objective(of: selection) == result.objective)
  }
}
