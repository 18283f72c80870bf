import OptionModel
import Testing

@testable import Solving

@Suite("Annealing block by block")
struct BlockAnnealingTests {
  /// Regions of three agents with room for some hours each, one account in ten also at home in the next region, and a
  /// budget of moves that all share. Every group begins with the option that changes nothing.
  private func regions(_ count: Int, groupsPerRegion: Int = 12, budget: Int64, seed: UInt64) throws -> OptionModel {
    var random = SeededGenerator(seed: seed)
    var builder = OptionModelBuilder()
    let agents = 3 * count
    for _ in 0..<agents {
      builder.addResource(
        Resource(upper: Int64(groupsPerRegion) * 20, price: [PriceSegment(.over, 60, rate: 300_000)]))
    }
    let moves = builder.addResource(Resource(upper: budget))
    for group in 0..<(count * groupsPerRegion) {
      let region = group % count
      let hours = Int64(5 + random.index(below: 15))
      builder.beginGroup()
      builder.addOption(cost: Int64(3 + random.index(below: 5)) * 1_000_000)
      builder.consume(hours, of: 3 * region)
      for place in 1..<(group % 10 == 0 ? 5 : 3) {
        builder.addOption(cost: Int64(random.index(below: 9)) * 1_000_000)
        builder.consume(hours, of: (3 * region + place) % agents)
        builder.consume(1, of: moves)
      }
    }
    return try builder.build()
  }

  private struct Run {
    var selection: Selection
    var steps: Int64
    var offered: [Selection]
  }

  private func anneal(
    _ model: OptionModel, steps: Int64 = 150_000, seed: UInt64 = 1, threads: Int = 1,
    interruption: Interruption = Interruption(), isOver: () -> Bool = { false }
  ) -> Run {
    let start = ToyModels.firstOptions(of: model)
    let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    var dual = SmoothedDual(model, permitted: permitted) { false }
    let multipliers = dual.maximise().values.map { Double($0) / Double(Multipliers.scale) }
    let candidates = AnnealingModelBuilder(model, multipliers: multipliers).build(limit: 20, including: start)
    let board = SolveBoard(model: model, progress: nil)
    var annealing = BlockAnnealing(
      candidates, multipliers: multipliers, board: board,
      budget: SolveBudget(limits: SolveLimits(), interruption: interruption), start: start, seed: seed)
    var offered: [Selection] = []
    annealing.run(steps: steps, until: nil, threads: threads) {
      if let selection = board.current.selection, selection != offered.last { offered.append(selection) }
      return isOver()
    }
    return Run(selection: annealing.selection, steps: annealing.steps, offered: offered)
  }

  @Test("The same plan after the same steps on one, two and three threads")
  func threads() throws {
    var improved: [UInt64] = []
    for seed: UInt64 in 1...6 {
      let model = try regions(6, budget: 20, seed: seed)
      let runs = [1, 2, 3].map { anneal(model, seed: seed, threads: $0) }
      #expect(runs[0].selection == runs[1].selection, "seed \(seed)")
      #expect(runs[0].selection == runs[2].selection, "seed \(seed)")
      #expect(Set(runs.map(\.steps)).count == 1, "seed \(seed)")
      if runs[0].selection != ToyModels.firstOptions(of: model) { improved.append(seed) }
    }
    #expect(improved.count > 3, "\(improved)")
  }

  @Test("A budget that all blocks share is never overdrawn", arguments: 1...10)
  func sharedBudget(seed: UInt64) throws {
    let budget = Int64(seed % 5)
    let model = try regions(6, budget: budget, seed: seed)
    let run = anneal(model, seed: seed, threads: 2)
    for selection in run.offered + [run.selection] {
      #expect(model.violations(of: selection).isEmpty)
      #expect(model.loads(of: selection)[model.resourceCount - 1] <= budget)
    }
  }

  @Test("Small models with several parts end at the optimum more often than not, and never below")
  func optimum() throws {
    var reached = 0
    for seed: UInt64 in 1...12 {
      let model = try regions(2, groupsPerRegion: 4, budget: 3, seed: seed)
      let best = optimum(of: model)
      let found = model.objective(of: anneal(model, seed: seed, threads: 2).selection)
      #expect(found >= best)
      reached += found == best ? 1 : 0
    }
    #expect(reached > 6, "\(reached) of 12")
  }

  /// By looking at all selections.
  private func optimum(of model: OptionModel) -> Int64 {
    var best = Int64.max
    var selection = ToyModels.firstOptions(of: model)
    func extend(_ group: Int) {
      guard group < model.groupCount else {
        if model.violations(of: selection).isEmpty { best = min(best, model.objective(of: selection)) }
        return
      }
      for option in model.options(ofGroup: group) {
        selection[group] = option
        extend(group + 1)
      }
    }
    extend(0)
    return best
  }

  @Test("Every improvement is feasible and better than the one before")
  func improvements() throws {
    var count = 0
    for seed: UInt64 in 1...6 {
      let model = try regions(6, budget: 20, seed: seed)
      let offered = anneal(model, seed: seed, threads: 2).offered
      let objectives = offered.map { model.objective(of: $0) }
      #expect(zip(objectives, objectives.dropFirst()).filter { $0 <= $1 }.isEmpty, "seed \(seed)")
      #expect(offered.filter { !model.violations(of: $0).isEmpty }.isEmpty, "seed \(seed)")
      count += offered.count
    }
    #expect(count > 6)
  }

  @Test("Interrupted at any moment it leaves a feasible plan no worse than the start", arguments: 1...30)
  func interrupted(seed: UInt64) throws {
    let model = try regions(6, budget: 15, seed: seed)
    let interruption = Interruption()
    var rounds: UInt64 = 0
    let run = anneal(model, seed: seed, threads: 1 + Int(seed % 3), interruption: interruption) {
      rounds += 1
      if rounds > seed % 7 { interruption.request() }
      return false
    }
    #expect(model.violations(of: run.selection).isEmpty)
    #expect(model.objective(of: run.selection) <= model.objective(of: ToyModels.firstOptions(of: model)))
  }

  @Test("No more is annealed than there are steps, but for building the last blocks", arguments: [0, 1, 1_000, 50_000])
  func steps(limit: Int64) throws {
    let model = try regions(6, budget: 15, seed: 1)
    let run = anneal(model, steps: limit)
    #expect(run.steps <= limit + Int64(model.optionCount))
  }

  @Test("Blocks of one round have no site and no group in common")
  func disjoint() throws {
    let model = try regions(8, budget: 30, seed: 2)
    let start = ToyModels.firstOptions(of: model)
    let candidates = AnnealingModelBuilder(model, multipliers: Array(repeating: 0, count: model.resourceCount))
      .build(limit: 20, including: start)
    let weights = [Double](repeating: 1e6, count: candidates.resourceCount)
    var chooser = BlockChooser(AnnealingState(candidates, start: start, weights: weights))
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      var seen = Set<Int>()
      for _ in 0..<5 {
        guard let block = chooser.block(sites: 4, options: 100, generator: &generator) else { continue }
        #expect(seen.isDisjoint(with: block.groups))
        seen.formUnion(block.groups)
        chooser.reserve(block)
      }
      chooser.release()
    }
  }

  @Test("The gap shares of resources and the reduced costs add up to the gap", arguments: 1...10)
  func gapShares(seed: UInt64) throws {
    let model = try regions(3, budget: 9, seed: seed)
    let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    var random = SeededGenerator(seed: seed)
    let values = (0..<model.resourceCount).map { _ in Int64(random.index(below: 300_000)) * Multipliers.scale }
    let multipliers = values.map { Double($0) / Double(Multipliers.scale) }
    let selection = ToyModels.firstOptions(of: model)
    let lagrangian = Lagrangian(model, multipliers: Multipliers(values), permitted: permitted)
    let candidates = AnnealingModelBuilder(model, multipliers: multipliers).build(limit: 20, including: selection)
    let state = AnnealingState(
      candidates, start: selection, weights: Array(repeating: 1e9, count: candidates.resourceCount))
    let groups = (0..<model.groupCount).reduce(0.0) {
      $0 + Double(candidates.options[Int(state.chosen[$1])].reducedCost)
    }
    let resources = (0..<candidates.resourceCount).reduce(0.0) { $0 + state.gapShare(of: $1) }
    let gap = Double(model.objective(of: selection) - lagrangian.bound)
    #expect(candidates.resourceCount == model.resourceCount)
    #expect(abs(groups + resources - gap) <= 1e-3 * gap + 10)
  }
}
