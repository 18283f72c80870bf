import GLPKBackend
import OptionModel
import Testing

@testable import Solving

@Suite("The smoothed dual")
struct SmoothedDualTests {
  @Test("Its bound is never above the optimum, whatever the resources are")
  func neverAbove() throws {
    for seed: UInt64 in 2_000..<2_300 {
      let model = try RandomModel(seed: seed, quantum: seed % 2 == 0 ? 1 : 4_096).build()
      guard let best = BruteForce.optimum(of: model), let bound = provedBound(of: model) else { continue }
      #expect(bound <= best, "seed \(seed)")
    }
  }

  @Test("It comes within a ten-thousandth of the linear relaxation", arguments: [1, 2, 3, 4])
  func nearTheRelaxation(seed: UInt64) throws {
    let model = try ContendedModel(accounts: 60, agents: 5, seed: seed).build()
    let relaxation = GLPKBackend().relax(model, control: BackendControl())
    let optimum = try #require(relaxation.value)
    let bound = Double(try #require(provedBound(of: model))) / 1e6
    #expect(bound <= optimum * (1 + 1e-9))
    #expect(bound >= optimum * (1 - 1e-4))
  }

  @Test("Stopped before its first step it still has valid multipliers")
  func stopped() throws {
    let model = try ContendedModel(accounts: 20, agents: 3, seed: 1).build()
    let permitted = try #require(permittedLoads(of: model))
    var dual = SmoothedDual(model, permitted: permitted) { true }
    #expect(dual.maximise().values == Array(repeating: 0, count: model.resourceCount))
    #expect(dual.rounded.options.count == model.groupCount)
  }

  private func permittedLoads(of model: OptionModel) -> [ClosedRange<Int64>]? {
    let found = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    return found.count == model.resourceCount ? found : nil
  }

  private func provedBound(of model: OptionModel) -> Int64? {
    guard let permitted = permittedLoads(of: model) else { return nil }
    var dual = SmoothedDual(model, permitted: permitted) { false }
    return Lagrangian(model, multipliers: dual.maximise(), permitted: permitted).bound
  }
}
