import GLPKBackend
import OptionModel
import Solving
import Testing

@Suite("What must not change the answer")
struct InvarianceTests {
  @Test("The order of groups, options and resources")
  func permutations() throws {
    for seed: UInt64 in 1..<80 {
      let model = try RandomModel(seed: seed).build()
      try expectSame(model, try rebuilt(model, seed: seed), seed: seed) { $0 }
    }
  }

  @Test("The scale of costs, up to the scale")
  func scaling() throws {
    for seed: UInt64 in 100..<160 {
      let model = try RandomModel(seed: seed).build()
      try expectSame(model, try rebuilt(model, costFactor: 8), seed: seed) { $0 * 8 }
    }
  }

  @Test("An option that costs more than another with the same consumptions")
  func dominated() throws {
    for seed: UInt64 in 200..<260 {
      let model = try RandomModel(seed: seed).build()
      try expectSame(model, try rebuilt(model, addingDominated: true), seed: seed) { $0 }
    }
  }

  private func expectSame(
    _ model: OptionModel, _ other: OptionModel, seed: UInt64, _ transform: (Int64) -> Int64
  ) throws {
    let solver = Solver(backend: GLPKBackend())
    let (first, second) = (try solver.solve(model), try solver.solve(other))
    #expect(first.termination == second.termination, "seed \(seed)")
    #expect(first.objective.map(transform) == second.objective, "seed \(seed)")
  }

  /// The model again, shuffled by a seed, with multiplied costs and prices, or with a dearer twin of every option.
  private func rebuilt(
    _ model: OptionModel, seed: UInt64? = nil, costFactor: Int64 = 1, addingDominated: Bool = false
  ) throws -> OptionModel {
    var random = seed.map { TestGenerator($0) }
    func order(_ range: Range<Int>) -> [Int] {
      guard random != nil else { return Array(range) }
      return range.map { ($0, random?.next() ?? 0) }.sorted { $0.1 < $1.1 }.map(\.0)
    }
    var builder = OptionModelBuilder()
    builder.addConstant(model.constants[0] * costFactor)
    var places = [Int](repeating: 0, count: model.resourceCount)
    for resource in order(0..<model.resourceCount) {
      var scaled = model.resources[resource]
      scaled.price = scaled.price.map { PriceSegment($0.side, $0.threshold, rate: $0.rate * costFactor) }
      places[resource] = builder.addResource(scaled)
    }
    for group in order(0..<model.groupCount) {
      builder.beginGroup()
      for option in order(model.options(ofGroup: group)) {
        for extra: Int64 in addingDominated ? [0, 3] : [0] {
          builder.addOption(cost: model.cost(ofOption: option) * costFactor + extra)
          for consumed in model.consumptions(ofOption: option) {
            builder.consume(consumed.amount, of: places[consumed.resource])
          }
        }
      }
    }
    return try builder.build()
  }
}
