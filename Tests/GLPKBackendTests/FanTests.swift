import GLPKBackend
import OptionModel
import Solving
import Testing
import Verification

@Suite("Groups that fit nowhere as a whole")
struct FanTests {
  private static let point: Int64 = 1_000_000

  /// Room for pieces of large groups everywhere and for a whole one almost nowhere: small groups can make room at a
  /// price, and leaving a large one out is dear.
  private func model(seed: UInt64) throws -> OptionModel {
    var random = TestGenerator(seed)
    var builder = OptionModelBuilder()
    let agents = (0..<4).map { _ in
      builder.addResource(Resource(upper: 24, price: [PriceSegment(.over, 20, rate: 3 * Self.point)]))
    }
    for agent in agents {
      for _ in 0..<2 {
        builder.beginGroup()
        let amount = Int64.random(in: 6...9, using: &random)
        builder.addOption(cost: 0)
        builder.consume(amount, of: agent)
        builder.addOption(cost: Self.point * Int64.random(in: 8...20, using: &random))
        builder.consume(amount, of: (agent + 1) % agents.count)
      }
    }
    for _ in 0..<2 {
      builder.beginGroup()
      for agent in agents {
        builder.addOption(cost: Self.point * Int64.random(in: 0...5, using: &random))
        builder.consume(Int64.random(in: 11...17, using: &random), of: agent)
      }
      builder.addOption(cost: Self.point * Int64.random(in: 60...120, using: &random))
    }
    return try builder.build()
  }

  @Test("are solved to their optimum; the proof of the tree never shows more, and hardly ever less", arguments: [1, 3])
  func proven(workers: Int) throws {
    var (branched, exact) = (0, 0)
    for seed: UInt64 in 1...30 {
      let model = try model(seed: seed)
      var request = TreeSearchRequest(control: BackendControl(), cuts: .all)
      request.workers = workers
      request.fixing = OptionFixing(
        model, multipliers: Multipliers(Array(repeating: 0, count: model.resourceCount)))
      let outcome = GLPKBackend().search(model, request: request)
      let best = try #require(BruteForce.optimum(of: model))
      #expect(outcome.status == .optimal && outcome.objective == best, "seed \(seed)")
      let proof = try #require(request.proof.current, "seed \(seed)")
      if proof.nodes.count > 1 { branched += 1 }
      guard case .bound(let shown) = BoundProofChecker(model).bound(from: .tree(proof)) else {
        Issue.record("seed \(seed): the proof is unusable")
        continue
      }
      #expect(shown <= best, "seed \(seed)")
      if shown == best { exact += 1 }
    }
    #expect(branched > 0, "a tree that never branches says nothing about branching")
    // Leaves of relaxations that are infeasible by next to nothing can be weak.
    #expect(exact >= 27)
  }
}
