import GLPKBackend
import OptionModel
import Solving
import Testing

@Suite("Against enumeration")
struct BruteForceTests {
  @Test("Every small model with every kind of resource is solved to its optimum", arguments: 0..<4)
  func optimum(batch: UInt64) throws {
    for seed in (batch * 100)..<(batch * 100 + 100) {
      let quantum: Int64 = seed % 3 == 0 ? 4_096 : 1
      let model = try RandomModel(seed: seed, quantum: quantum).build()
      try expectOptimum(of: model, seed: seed)
    }
  }

  @Test("Branch and bound alone finds the optimum, with and without cuts", arguments: [false, true])
  func treeAlone(cuts: Bool) throws {
    for seed: UInt64 in 1_000..<1_120 {
      let model = try RandomModel(seed: seed).build()
      let outcome = GLPKBackend().search(
        model, request: TreeSearchRequest(control: BackendControl(), cuts: cuts ? .all : []))
      let best = BruteForce.optimum(of: model)
      #expect(outcome.objective == best, "seed \(seed)")
      #expect(outcome.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      if let best, let bound = outcome.bound { #expect(bound <= best && best - bound < 100, "seed \(seed)") }
    }
  }

  @Test("Several threads on one tree find the optimum and prove it")
  func workers() throws {
    for seed: UInt64 in 1_500..<1_560 {
      let model = try RandomModel(groups: 5...7, options: 2...5, seed: seed).build()
      var request = TreeSearchRequest(control: BackendControl(), cuts: .all)
      request.workers = 3
      let outcome = GLPKBackend().search(model, request: request)
      let best = BruteForce.optimum(of: model)
      #expect(outcome.objective == best, "seed \(seed)")
      #expect(outcome.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      if let best, let bound = outcome.bound { #expect(bound <= best && best - bound < 100, "seed \(seed)") }
    }
  }

  private func expectOptimum(of model: OptionModel, seed: UInt64) throws {
    let result = try Solver(backend: GLPKBackend()).solve(model)
    let best = BruteForce.optimum(of: model)
    #expect(result.objective == best, "seed \(seed)")
    #expect(
      result.termination == (best == nil ? .infeasible : .optimal), "seed \(seed): \(result.statistics.backendFailures)"
    )
    guard let best, let selection = result.selection, let bound = result.bound else { return }
    #expect(model.violations(of: selection).isEmpty, "seed \(seed)")
    #expect(model.objective(of: selection) == best, "seed \(seed)")
    #expect(bound <= best, "seed \(seed)")
  }
}
