import OptionModel
import Testing

@testable import Solving

@Suite("The solver without help from a backend")
struct SolverTests {
  @Test("It finds a feasible selection by itself and says that the backend failed")
  func alone() throws {
    let model = try ToyModels.packing(groups: 30, agents: 4, capacity: 160)
    let result = try Solver(backend: SilentBackend()).solve(model)
    let selection = try #require(result.selection)
    #expect(model.violations(of: selection).isEmpty)
    #expect(result.objective == model.objective(of: selection))
    #expect(result.termination == .backendFailed)
    #expect(!result.statistics.backendFailures.isEmpty)
  }

  @Test("A backend that calls a feasible model infeasible is not believed")
  func falseInfeasible() throws {
    let model = try ToyModels.packing(groups: 20, agents: 3, capacity: 140)
    let result = try Solver(backend: LyingBackend(status: .infeasible)).solve(model)
    #expect(result.selection != nil)
    #expect(result.termination != .infeasible)
  }

  @Test("Limits that no choice can meet are infeasible without asking anyone")
  func unreachable() throws {
    var builder = OptionModelBuilder()
    builder.addResource(Resource(lower: 3))
    builder.beginGroup()
    builder.addOption(cost: 0)
    let result = try Solver(backend: SilentBackend()).solve(try builder.build())
    #expect(result.termination == .infeasible)
    #expect(result.selection == nil)
    #expect(result.gap == nil)
  }

  @Test("Several levels and selections that do not fit the model are refused")
  func refusals() throws {
    var builder = OptionModelBuilder(levelCount: 2)
    builder.beginGroup()
    builder.addOption(cost: 0)
    let levels = try builder.build()
    let solver = Solver(backend: SilentBackend())
    #expect(throws: SolvingError.severalLevels(count: 2)) { try solver.solve(levels) }
    let model = try ToyModels.packing(groups: 2, agents: 2, capacity: 100)
    #expect(throws: SolvingError.selectionLength(expected: 2, found: 1)) {
      try solver.solve(model, start: Selection([0]))
    }
    #expect(throws: SolvingError.foreignOption(group: 1, option: 0)) {
      try solver.solve(model, preferred: Selection([0, 0]))
    }
  }

  @Test("A selection whose groups are all as cheap as can be is optimal without a backend")
  func provedByMultipliers() throws {
    let model = try ToyModels.packing(groups: 6, agents: 3, capacity: 10_000)
    let result = try Solver(backend: SilentBackend()).solve(model)
    #expect(result.termination == .optimal)
    #expect(result.gap == 0)
  }

  @Test("The same work limit and seed give the same selection")
  func reproducible() throws {
    let model = try ToyModels.packing(groups: 60, agents: 5, capacity: 260, overload: 100_000)
    let solver = Solver(backend: SilentBackend())
    let limits = SolveLimits(workLimit: 20_000, seed: 4)
    let first = try solver.solve(model, limits: limits)
    let second = try solver.solve(model, limits: limits)
    #expect(first.selection == second.selection)
    #expect(first.statistics.work == second.statistics.work)
  }

  @Test("An interruption before the start still returns the feasible start")
  func interrupted() throws {
    let model = try ToyModels.packing(groups: 10, agents: 2, capacity: 200, overload: 1_000_000)
    let interruption = Interruption()
    interruption.request()
    let start = ToyModels.firstOptions(of: model)
    let result = try Solver(backend: SilentBackend()).solve(model, start: start, interruption: interruption)
    #expect(result.termination == .interrupted)
    #expect(result.selection != nil)
  }
}
