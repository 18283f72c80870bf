import GLPKBackend
import OptionModel
import Solving
import Synchronization
import Testing

@Suite("Models with impossible options")
struct ReductionTests {
  /// Agents who start beyond what most work allows, so that single limits rule out many options.
  private func model(seed: UInt64) throws -> OptionModel {
    var random = TestGenerator(seed)
    var builder = OptionModelBuilder()
    let agents = (0..<3).map { _ in builder.addResource(Resource(upper: Int64.random(in: 8...14, using: &random))) }
    for _ in 0..<6 {
      builder.beginGroup()
      for agent in agents {
        builder.addOption(cost: Int64.random(in: 0...50, using: &random))
        builder.consume(Int64.random(in: 2...15, using: &random), of: agent)
      }
      builder.addOption(cost: 200)
    }
    return try builder.build()
  }

  @Test("are solved to their optimum, with numbers of the whole model, and a proof that names what is impossible")
  func optimum() throws {
    var reduced = 0
    for seed: UInt64 in 1...80 {
      let model = try model(seed: seed)
      let best = try #require(BruteForce.optimum(of: model))
      let proofs = Mutex<[BoundProof]>([])
      let start = Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
      let result = try Solver(backend: GLPKBackend()).solve(model, start: start, preferred: start) { proof in
        proofs.withLock { $0.append(proof) }
        return nil
      }
      let selection = try #require(result.selection)
      #expect(model.violations(of: selection).isEmpty)
      #expect(model.objective(of: selection) == best)
      if proofs.withLock(\.self).contains(where: { if case .reduced = $0 { true } else { false } }) { reduced += 1 }
    }
    #expect(reduced > 40)
  }
}
