import GLPKBackend
import OptionModel
import Testing

@testable import Solving

@Suite("A look around the relaxation")
struct NearbyTests {
  /// The search that ends with the trees around its root, from the worst feasible selection or the one given.
  private func look(_ model: OptionModel, from start: Selection, workLimit: Int64? = nil) throws -> TreeSearchOutcome {
    let zeros = Multipliers(Array(repeating: 0, count: model.resourceCount))
    var request = TreeSearchRequest(control: BackendControl(), incumbent: start, workLimit: workLimit, cuts: .all)
    request.fixing = try #require(
      OptionFixing(model, multipliers: zeros, objective: model.objective(of: start)))
    request.looksAround = true
    return GLPKBackend().search(model, request: request)
  }

  @Test("finds feasible selections that are no better than the optimum, and often that")
  func optimum() throws {
    var (better, best, count) = (0, 0, 0)
    for seed: UInt64 in 700...760 {
      let model = try RegionalModel(hasBudget: seed % 2 == 0, seed: seed).build()
      let feasible = BruteForce.optimum(of: model)
      guard let feasible else { continue }
      var worst: (selection: Selection, objective: Int64)?
      BruteForce.forEachFeasible(in: model) { selection in
        let objective = model.objective(of: selection)
        if objective > worst?.objective ?? .min { worst = (selection, objective) }
      }
      let start = try #require(worst)
      let outcome = try look(model, from: start.selection)
      let found = try #require(outcome.selection)
      let objective = model.objective(of: found)
      #expect(model.violations(of: found).isEmpty, "seed \(seed)")
      #expect(outcome.objective == objective && feasible...start.objective ~= objective, "seed \(seed)")
      count += 1
      better += objective < start.objective ? 1 : 0
      best += objective == feasible ? 1 : 0
    }
    #expect(count > 40 && better > count / 2 && best > count / 4, "\(better) better, \(best) best of \(count)")
  }

  @Test("finds the same for the same work, and stops when the work is spent")
  func work() throws {
    for seed: UInt64 in 800...805 {
      let model = try RegionalModel(regions: 5, groupsPerRegion: 20, seed: seed).build()
      let start = try #require(
        Solver(backend: GLPKBackend()).solve(model, limits: SolveLimits(workLimit: 500, seed: seed)).selection)
      let outcomes = try [nil, nil, 400].map { try look(model, from: start, workLimit: $0) }
      #expect(outcomes[0].selection == outcomes[1].selection && outcomes[0].work == outcomes[1].work, "seed \(seed)")
      #expect(outcomes[2].work <= max(outcomes[0].work, 400 + outcomes[0].work / 2), "seed \(seed)")
    }
  }
}
