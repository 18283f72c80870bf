import OptionModel
import Testing

@testable import Solving

@Suite("Annealing and what feeds it")
struct AnnealingTests {
  private func candidates(_ model: OptionModel, limit: Int = 60) -> AnnealingModel {
    AnnealingModelBuilder(model, multipliers: Array(repeating: 0, count: model.resourceCount))
      .build(limit: limit, including: ToyModels.firstOptions(of: model))
  }

  @Test("Incremental energies, loads and counts agree with evaluating from scratch")
  func incremental() throws {
    let model = try ToyModels.packing(groups: 12, agents: 3, capacity: 60, overload: 77)
    let compact = candidates(model)
    var state = AnnealingState(compact, start: ToyModels.firstOptions(of: model), weights: [5, 6, 7])
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let group = random.index(below: model.groupCount)
      let (old, new) = (Int(state.chosen[group]), Int(compact.starts[group]) + random.index(below: 3))
      let change = state.change(from: old, to: new)
      state.moveLoads(from: old, to: new)
      state.settle(group, from: old, to: new, change: change)
      let broken = model.violations(of: state.selection)
      let penalty = broken.reduce(0) { $0 + Double($1.amount) * [5, 6, 7][$1.resource] }
      #expect(abs(state.energy - Double(model.objective(of: state.selection)) - penalty) < 1e-3)
      #expect(state.violatedCount == broken.count)
    }
  }

  @Test("Resources that cannot matter are left out and their linear prices become costs")
  func relevance() throws {
    var builder = OptionModelBuilder()
    let wide = builder.addResource(Resource(upper: 100, price: [PriceSegment(.over, 0, rate: 3)]))
    let tight = builder.addResource(Resource(upper: 3))
    for _ in 0..<2 {
      builder.beginGroup()
      builder.addOption(cost: 10)
      builder.consume(2, of: wide)
      builder.consume(2, of: tight)
      builder.addOption(cost: 20)
    }
    let model = try builder.build()
    let compact = candidates(model)
    #expect(compact.resources == [tight])
    let state = AnnealingState(compact, start: Selection([1, 3]), weights: [1])
    let old = try #require(compact.option(of: 0, for: 1))
    let new = try #require(compact.option(of: 0, for: 0))
    #expect(state.change(from: old, to: new) == -4)
  }

  @Test("Only the best options by reduced cost are kept, and the one of the start")
  func limit() throws {
    let model = try ToyModels.packing(groups: 12, agents: 5, capacity: 60)
    let compact = candidates(model, limit: 2)
    for group in 0..<model.groupCount {
      let kept = compact.options(of: group).map { Int(compact.options[$0].source) }
      let first = Int(model.groupStarts[group])
      let cheapest = model.options(ofGroup: group).map { model.cost(ofOption: $0) }.min() ?? 0
      #expect(kept.contains(first))
      #expect(kept.contains { model.cost(ofOption: $0) == cheapest })
      #expect(kept.count <= 3)
    }
  }

  @Test("Repair keeps every limit where there is room", arguments: 1...10)
  func repair(seed: UInt64) throws {
    let model = try ToyModels.packing(groups: 12, agents: 3, capacity: 80, overload: 77)
    let start = ToyModels.firstOptions(of: model)
    #expect(!model.violations(of: start).isEmpty)
    let state = AnnealingState(candidates(model), start: start, weights: [1, 1, 1])
    var repair = LimitRepair(state, seed: seed)
    #expect(repair.run(evaluations: 100_000) { false })
    #expect(model.violations(of: repair.state.selection).isEmpty)
  }

  @Test("A construction breaks no limit where every group has a harmless option")
  func construction() throws {
    var builder = OptionModelBuilder()
    let room = builder.addResource(Resource(upper: 10))
    for group in 0..<9 {
      builder.beginGroup()
      builder.addOption(cost: 0)
      builder.consume(Int64(2 + group % 3), of: room)
      builder.addOption(cost: Int64(50 + group))
    }
    let model = try builder.build()
    let selection = Construction.selection(of: model)
    #expect(model.violations(of: selection).isEmpty)
    #expect(model.objective(of: selection) < 9 * 50)
  }

  /// By regret the account without anybody takes the room that the other needs to stay; it could have waited.
  @Test("A cautious construction lets groups keep their place, and reserves what others cannot do without")
  func cautious() throws {
    var builder = OptionModelBuilder()
    let rooms = [builder.addResource(Resource(upper: 9)), builder.addResource(Resource(upper: 3))]
    builder.beginGroup()
    builder.addOption(cost: 10)
    builder.consume(5, of: rooms[0])
    builder.addOption(cost: 900)
    builder.beginGroup()
    builder.addOption(cost: 0)
    builder.consume(5, of: rooms[0])
    builder.addOption(cost: 20)
    builder.consume(5, of: rooms[1])
    builder.beginGroup()
    builder.addOption(cost: 30)
    builder.consume(3, of: rooms[0])
    let model = try builder.build()
    #expect(!model.violations(of: Construction.selection(of: model)).isEmpty)
    let cautious = Construction.selection(of: model, order: .cautious)
    #expect(model.violations(of: cautious).isEmpty)
    #expect(cautious == Selection([1, 2, 4]))
  }

  @Test("The same seed and number of steps give the same selections, all feasible")
  func reproducible() throws {
    let model = try ToyModels.packing(groups: 40, agents: 4, capacity: 200, overload: 77)
    func run() -> [Selection] {
      var found: [Selection] = []
      let state = AnnealingState(
        candidates(model), start: ToyModels.firstOptions(of: model), weights: [1e5, 1e5, 1e5, 1e5])
      var annealing = Annealing(
        state, budget: SolveBudget(limits: SolveLimits(), interruption: Interruption()), seed: 7, best: nil
      ) { found.append($0) }
      annealing.run(steps: 100_000, until: nil, from: 3e6, to: 1e5)
      return found
    }
    let first = run()
    #expect(first.allSatisfy { model.violations(of: $0).isEmpty })
    #expect(first.last != nil)
    #expect(first.last == run().last)
  }
}
