import OptionModel
import Testing

@testable import Solving

@Suite("The parts of the search")
struct SearchPartsTests {
  @Test("Incremental changes agree with evaluating from scratch")
  func incremental() throws {
    let model = try ToyModels.packing(groups: 12, agents: 3, capacity: 60, overload: 77)
    var state = SearchState(
      model, start: ToyModels.firstOptions(of: model),
      weights: Array(repeating: 1, count: model.resourceCount))
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let group = random.index(below: model.groupCount)
      let option = model.options(ofGroup: group).lowerBound + random.index(below: 3)
      guard option != Int(state.selection[group]) else { continue }
      state.apply(state.change(group: group, to: option), group: group, to: option)
      let selection = Selection(state.selection)
      #expect(state.objective == model.objective(of: selection))
      #expect(state.loads == model.loads(of: selection))
      #expect(state.violatedCount == model.violations(of: selection).count)
    }
  }

  @Test("A restriction prices its selections as the whole model does")
  func restriction() throws {
    let model = try ToyModels.packing(groups: 12, agents: 3, capacity: 90, overload: 77)
    let base = ToyModels.firstOptions(of: model)
    let part = try #require(Restriction(model, at: base, freeing: [2, 5, 7]) { $0 % 3 != 1 })
    #expect(part.whole(part.start) == base)
    #expect(part.model.optionCount == 6)
    for options: [Int32] in [[0, 2, 4], [1, 2, 5], [1, 3, 5]] {
      let selection = Selection(options)
      #expect(part.model.objective(of: selection) == model.objective(of: part.whole(selection)))
      #expect(
        part.model.violations(of: selection).isEmpty == model.violations(of: part.whole(selection)).isEmpty)
    }
    #expect(Restriction(model, at: base, freeing: [2]) { _ in false } == nil)
  }

  @Test("A restriction to a block of a state prices its selections as the whole model does")
  func block() throws {
    let model = try ToyModels.packing(groups: 12, agents: 3, capacity: 90, overload: 77)
    let state = SearchState(model, start: ToyModels.firstOptions(of: model), weights: [0, 0, 0])
    let part = try #require(Restriction(state, freeing: [2, 7], choices: [[6, 8], [21, 22, 23]]))
    for options: [Int32] in [[0, 2], [1, 2], [1, 4]] {
      let selection = Selection(options)
      #expect(part.model.objective(of: selection) == model.objective(of: part.whole(selection)))
      #expect(
        part.model.violations(of: selection).isEmpty == model.violations(of: part.whole(selection)).isEmpty)
    }
  }

  @Test("A Lagrangian bound plus a reduced cost is never above a selection with that option")
  func lagrangian() throws {
    let model = try ToyModels.packing(groups: 5, agents: 3, capacity: 45, overload: 50_000)
    let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let values = (0..<3).map { _ in Int64(random.index(below: 1 << 36)) - (1 << 30) }
      let found = Lagrangian(model, multipliers: Multipliers(values), permitted: permitted)
      for _ in 0..<50 {
        let selection = Selection(
          (0..<5).map { Int32(model.options(ofGroup: $0).lowerBound + random.index(below: 3)) })
        guard model.violations(of: selection).isEmpty else { continue }
        let objective = Int128(model.objective(of: selection)) * Int128(Multipliers.scale)
        let most = selection.options.map { found.reducedCosts[Int($0)] }.max() ?? 0
        #expect(found.scaledBound + most <= objective)
        #expect(found.bound <= model.objective(of: selection))
      }
    }
  }

  @Test("Groups go home where it costs nothing, also when only another's return makes room")
  func preferred() throws {
    var builder = OptionModelBuilder()
    let room = builder.addResource(Resource(upper: 1))
    builder.beginGroup()
    builder.addOption(cost: 5)
    builder.consume(1, of: room)
    builder.addOption(cost: 5)
    builder.beginGroup()
    builder.addOption(cost: 5)
    builder.addOption(cost: 5)
    builder.consume(1, of: room)
    builder.beginGroup()
    builder.addOption(cost: 6)
    builder.addOption(cost: 5)
    let model = try builder.build()
    let result = PreferredPass.apply(to: Selection([1, 3, 5]), of: model, preferred: Selection([0, 2, 4]))
    #expect(result == Selection([0, 2, 5]))
  }

  @Test("The gap rule has a relative and an absolute side")
  func gap() {
    let limits = SolveLimits(gap: 0.001, absoluteGap: 50)
    #expect(Gap.isReached(objective: 1_000_000, bound: 999_000, limits: limits))
    #expect(!Gap.isReached(objective: 1_000_000, bound: 998_999, limits: limits))
    #expect(Gap.isReached(objective: 50, bound: 0, limits: limits))
    #expect(!Gap.isReached(objective: 51, bound: 0, limits: limits))
    #expect(!Gap.isReached(objective: .max, bound: .min, limits: limits))
    #expect(Gap.fraction(objective: 2_000_000, bound: 1_000_000) == 0.5)
    #expect(Gap.fraction(objective: 0, bound: -1_000) == 0.001)
    #expect(Gap.fraction(objective: 5, bound: 6) == 0)
  }

  @Test("The elastic model costs nothing exactly at feasible selections")
  func elastic() throws {
    let model = try ToyModels.packing(groups: 5, agents: 2, capacity: 40)
    let elastic = try #require(ElasticModel.of(model))
    for index in 0..<32 {
      let selection = Selection((0..<5).map { Int32(2 * $0 + (index >> $0) % 2) })
      #expect((elastic.objective(of: selection) == 0) == model.violations(of: selection).isEmpty)
    }
  }
}
