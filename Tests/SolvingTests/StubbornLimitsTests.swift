import OptionModel
import Testing

@testable import Solving

@Suite("Limits that stay broken")
struct StubbornLimitsTests {
  private func candidates(_ model: OptionModel) -> AnnealingModel {
    AnnealingModelBuilder(model, multipliers: Array(repeating: 0, count: model.resourceCount))
      .build(limit: 60, including: ToyModels.firstOptions(of: model))
  }

  /// One large group among small ones that are glad to be where it is, and dear to leave out.
  private func crowded() throws -> OptionModel {
    var builder = OptionModelBuilder()
    let rooms = (0..<3).map { _ in builder.addResource(Resource(upper: 20)) }
    builder.beginGroup()
    for room in rooms {
      builder.addOption(cost: 0)
      builder.consume(9, of: room)
    }
    builder.addOption(cost: 900_000_000)
    for group in 0..<15 {
      builder.beginGroup()
      for (index, room) in rooms.enumerated() {
        builder.addOption(cost: Int64((group + index) % 3) * 1_000_000)
        builder.consume(4, of: room)
      }
    }
    return try builder.build()
  }

  @Test("Annealing leads a group to an option that no temperature of the run could pay for", arguments: 1...10)
  func dearOption(seed: UInt64) throws {
    let model = try crowded()
    let state = AnnealingState(
      candidates(model), start: ToyModels.firstOptions(of: model), weights: [1e5, 1e5, 1e5])
    var best: Selection?
    var annealing = Annealing(
      state, budget: SolveBudget(limits: SolveLimits(), interruption: Interruption()), seed: seed, best: nil
    ) { best = $0 }
    annealing.run(steps: 300_000, until: nil, from: 1e6, to: 1e5)
    let found = try #require(best)
    #expect(model.violations(of: found).isEmpty)
    #expect(found[0] == 3)
    #expect(!annealing.stubborn.isEmpty)
  }

  @Test("A run that knows which limits are stubborn begins with their penalties")
  func known() throws {
    let model = try crowded()
    var state = AnnealingState(candidates(model), start: ToyModels.firstOptions(of: model), weights: [1, 1, 1])
    let limits = StubbornLimits(&state, known: [1: 70, 2: 0.5])
    #expect((0..<3).map { state.resources[$0].weight } == [1, 70, 1])
    #expect((0..<3).map { limits.contains($0) } == [false, true, true])
    #expect(limits.penalties(in: state) == [1: 70, 2: 1])
  }

  /// Rooms in a row, each full but the last: who moves in at the front pushes one group after the other along.
  private func row(last upper: Int64) throws -> OptionModel {
    var builder = OptionModelBuilder()
    let rooms = (0..<4).map { builder.addResource(Resource(upper: $0 == 0 ? 0 : $0 == 3 ? upper : 5)) }
    for group in 0..<3 {
      builder.beginGroup()
      for step in 0..<2 {
        builder.addOption(cost: Int64(step))
        builder.consume(5, of: rooms[group + step])
      }
    }
    return try builder.build()
  }

  private func chain(_ model: OptionModel, allowed: Double) -> (state: AnnealingState, energy: Double) {
    let start = ToyModels.firstOptions(of: model)
    var state = AnnealingState(candidates(model), start: start, weights: [10, 10, 10, 10])
    let energy = state.energy
    var (relief, chain) = (LimitRelief(state.model), ReliefChain())
    var random = SeededGenerator(seed: 1)
    chain.run(&state, relieving: 0, by: &relief, allowed: allowed, generator: &random)
    return (state, energy)
  }

  @Test("A chain follows what it breaks until nothing is broken")
  func follows() throws {
    let model = try row(last: 5)
    let (state, energy) = chain(model, allowed: -40)
    #expect(state.isFeasible)
    #expect(state.energy == energy - 47)
    #expect(state.selection == Selection([1, 3, 5]))
  }

  @Test("A chain that is not worth it leaves everything as it was")
  func takesBack() throws {
    let model = try row(last: 0)
    let (state, energy) = chain(model, allowed: -40)
    #expect(state.energy == energy)
    #expect(state.selection == ToyModels.firstOptions(of: model))
    #expect(model.loads(of: state.selection) == (0..<4).map { Int64(state.resources[$0].load) })
  }

  @Test("Books over weeks: a plan is found wherever enumeration finds one, and mostly the best one")
  func weeks() throws {
    var (feasible, best) = (0, 0)
    for seed in UInt64(1)...60 {
      let toy = try WeeklyToy(seed: seed)
      let result = try Solver(backend: SilentBackend()).solve(toy.model, limits: SolveLimits(workLimit: 100_000))
      guard let optimum = toy.optimum else {
        #expect(result.selection == nil)
        continue
      }
      let selection = try #require(result.selection, "seed \(seed)")
      let objective = toy.model.objective(of: selection)
      #expect(toy.model.violations(of: selection).isEmpty)
      #expect(objective >= optimum && result.bound ?? .min <= optimum)
      feasible += 1
      best += objective == optimum ? 1 : 0
    }
    #expect((20..<60).contains(feasible))
    #expect(10 * best >= 8 * feasible)
  }

  @Test("A large model in which no plan can be found or refuted ends with its budget")
  func parity() throws {
    var builder = OptionModelBuilder()
    let odd = builder.addResource(Resource(lower: 1_001, upper: 1_001))
    for _ in 0..<1_300 {
      builder.beginGroup()
      for option in 0..<10 {
        builder.addOption(cost: Int64(option))
        builder.consume(Int64(2 * (option % 3)), of: odd)
      }
    }
    let result = try Solver(backend: SilentBackend()).solve(
      try builder.build(), limits: SolveLimits(workLimit: 200_000))
    #expect(result.selection == nil)
    #expect(result.termination != .infeasible)
  }
}
