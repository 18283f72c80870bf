import CGLPK
import OptionModel
import Solving
import Testing

@testable import GLPKBackend

@Suite("Known traps of GLPK 5.0")
struct TrapTests {
  @Test("Narrow ranges of signed loads are kept exactly")
  func rangeRows() throws {
    for seed: UInt64 in 0..<150 {
      let model = try narrowRanges(seed: seed)
      let outcome = GLPKBackend().search(
        model, request: TreeSearchRequest(control: BackendControl(), cuts: .all))
      #expect(outcome.objective == BruteForce.optimum(of: model), "seed \(seed)")
      if let selection = outcome.selection { #expect(model.violations(of: selection).isEmpty) }
    }
  }

  @Test("Caps in the millions are not passed by a few units")
  func largeCoefficients() throws {
    for seed: UInt64 in 0..<60 {
      var random = TestGenerator(seed)
      var builder = OptionModelBuilder()
      let cap = builder.addResource(Resource(upper: 2_000_013))
      for _ in 0..<6 {
        builder.beginGroup()
        for cost: Int64 in [0, 1, 2] {
          builder.addOption(cost: cost * 1_000_000)
          builder.consume(Int64.random(in: 200_000...600_000, using: &random) / (cost + 1), of: cap)
        }
      }
      let model = try builder.build()
      let outcome = GLPKBackend().search(
        model, request: TreeSearchRequest(control: BackendControl(), cuts: .all))
      #expect(outcome.objective == BruteForce.optimum(of: model), "seed \(seed)")
    }
  }

  @Test("Solves on several threads do not disturb each other")
  func threads() async throws {
    await withTaskGroup(of: Bool.self) { group in
      for seed: UInt64 in 700..<724 {
        group.addTask {
          guard let model = try? narrowRanges(seed: seed) else { return false }
          let request = TreeSearchRequest(control: BackendControl())
          return GLPKBackend().search(model, request: request).objective == BruteForce.optimum(of: model)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  private func narrowRanges(seed: UInt64) throws -> OptionModel {
    var random = TestGenerator(seed)
    var builder = OptionModelBuilder()
    for _ in 0..<4 {
      let lower = Int64.random(in: -40...0, using: &random)
      builder.addResource(Resource(lower: lower, upper: lower + Int64.random(in: 0...15, using: &random)))
    }
    for _ in 0..<5 {
      builder.beginGroup()
      for _ in 0..<3 {
        builder.addOption(cost: Int64.random(in: 0...50, using: &random) * 1_000_000)
        for resource in 0..<4 { builder.consume(Int64.random(in: -15...9, using: &random), of: resource) }
      }
    }
    return try builder.build()
  }
}
