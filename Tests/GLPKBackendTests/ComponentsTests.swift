import Foundation
import GLPKBackend
import OptionModel
import Synchronization
import Testing
import Verification

@testable import Solving

@Suite("Models that fall apart", .serialized)
struct ComponentsTests {
  /// A solve whose proofs are checked, and those of them that divide the model.
  private func solve(
    _ model: OptionModel, _ limits: SolveLimits = SolveLimits(), interruption: Interruption = Interruption()
  ) throws -> (result: SolveResult, divided: [BoundProof], refused: Int) {
    let checker = BoundProofChecker(model)
    let seen = Mutex((divided: [BoundProof](), refused: 0))
    let result = try Solver(backend: GLPKBackend()).solve(
      model, limits: limits,
      certify: { proof in
        if proof.dividesModel { seen.withLock { $0.divided.append(proof) } }
        guard case .bound(let bound) = checker.bound(from: proof) else {
          seen.withLock { $0.refused += 1 }
          return nil
        }
        return bound
      }, interruption: interruption)
    let (divided, refused) = seen.withLock { $0 }
    return (result, divided, refused)
  }

  private func division(of model: OptionModel, _ lagrangian: Lagrangian, _ start: Selection) throws -> Division {
    let partition = try #require(OpenPartition(model, lagrangian: lagrangian, selection: start))
    return try #require(Division(model, partition, lagrangian: lagrangian, grid: ObjectiveGrid(model)))
  }

  @Test("are solved to their optimum, and no proof is refused or shows more", arguments: [false, true])
  func optimum(inTime: Bool) throws {
    var divided = 0
    for seed: UInt64 in 1...40 {
      let model = try RegionalModel(
        groupsPerRegion: seed % 8 == 0 ? 3 : 2, hasBudget: seed % 3 > 0, seed: seed
      ).build()
      let limits = inTime ? SolveLimits(timeLimit: .seconds(60)) : SolveLimits()
      let (result, proofs, refused) = try solve(model, limits)
      let best = try #require(BruteForce.optimum(of: model))
      #expect(result.objective == best, "seed \(seed)")
      #expect(result.termination == .optimal, "seed \(seed)")
      #expect(result.certifiedBound ?? .min <= best && result.bound ?? .min <= best, "seed \(seed)")
      #expect(refused == 0, "seed \(seed)")
      divided += proofs.isEmpty ? 0 : 1
    }
    #expect(divided > 5)
  }

  @Test("are proved by their blocks alone where nothing joins them")
  func certified() throws {
    for seed: UInt64 in 100...130 {
      let model = try RegionalModel(regions: 4, groupsPerRegion: 6, hasBudget: false, seed: seed).build()
      let (result, _, _) = try solve(model)
      #expect(result.certifiedBound == result.objective, "seed \(seed)")
    }
  }

  @Test("have blocks whose objectives add up to that of the whole")
  func sum() throws {
    for seed: UInt64 in 200...240 {
      let model = try RegionalModel(hasBudget: seed % 2 == 0, seed: seed).build()
      let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
      let zeros = Multipliers(model.resources.map { _ in 0 })
      let lagrangian = Lagrangian(model, multipliers: zeros, permitted: permitted)
      let start = Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
      let division = try division(of: model, lagrangian, start)
      let parts = try division.blocks.map { try #require($0.part(of: start)) }
      let sum = division.bound(zip(division.blocks, parts).map { $0.model.objective(of: $1) })
      let objective = model.objective(of: start)
      #expect(sum == objective || division.cutoff < objective, "seed \(seed)")
      let again = zip(division.blocks, parts).reduce(start) { $1.0.replacing($1.1, in: $0) }
      #expect(again == start)
    }
  }

  @Test("give the same result for the same work on one thread and on two")
  func deterministic() throws {
    for seed: UInt64 in 300...306 {
      let model = try RegionalModel(regions: 4, groupsPerRegion: 12, hasBudget: seed % 2 == 0, seed: seed).build()
      let start = Selection((0..<model.groupCount).map { Int32(model.options(ofGroup: $0).lowerBound) })
      let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
      var dual = SmoothedDual(model, permitted: permitted, threads: 1) { false }
      let lagrangian = Lagrangian(model, multipliers: dual.maximise(), permitted: permitted)
      let outcomes = try [1, 2, 2].map { threads -> [Int64] in
        let division = try division(of: model, lagrangian, start)
        let board = SolveBoard(model: model, progress: nil)
        board.offer(start)
        let search = try #require(
          DividedSearch(division, start: start, backend: GLPKBackend(), board: board))
        let outcome = search.run(control: BackendControl(), workLimit: 2_000, threads: threads)
        return search.combined.options.map { Int64($0) } + [search.bound, Int64(outcome.nodes)]
      }
      #expect(outcomes[0] == outcomes[1] && outcomes[1] == outcomes[2], "seed \(seed)")
    }
  }

  @Test("keep a feasible selection and a sound bound when they are interrupted at a random moment", arguments: 1...20)
  func interrupted(seed: UInt64) throws {
    var random = TestGenerator(seed)
    let delay = Double.random(in: 0...0.5, using: &random)
    let model = try RegionalModel(regions: 5, groupsPerRegion: 30, seed: 400 + seed).build()
    let interruption = Interruption()
    Thread {
      Thread.sleep(forTimeInterval: delay)
      interruption.request()
    }.start()
    let limits = seed % 2 == 0 ? SolveLimits(timeLimit: .seconds(60)) : SolveLimits()
    let (result, _, refused) = try solve(model, limits, interruption: interruption)
    let selection = try #require(result.selection)
    #expect(model.violations(of: selection).isEmpty)
    #expect(result.objective == model.objective(of: selection))
    #expect(refused == 0)
    #expect(result.certifiedBound ?? .min <= result.objective ?? .max)
  }
}

extension BoundProof {
  fileprivate var dividesModel: Bool {
    switch self {
    case .blocks: true
    case .reduced(let reduced): reduced.proof.dividesModel
    case .multipliers, .tree: false
    }
  }
}
