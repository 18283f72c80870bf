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

  @Test("One thread and two find the same multipliers to the last bit")
  func threads() throws {
    // Large enough for several slices; the same number of questions allows the same number of steps.
    let model = try ContendedModel(accounts: 1_500, agents: 12, seed: 5).build()
    #expect(model.consumptionCount > 100_000)
    let permitted = try #require(permittedLoads(of: model))
    let found = [1, 2, 3].map { threads in
      var asked = 0
      var dual = SmoothedDual(model, permitted: permitted, threads: threads) {
        asked += 1
        return asked > 100
      }
      let multipliers = dual.maximise()
      return (multipliers, dual.rounded, dual.work.products)
    }
    #expect(found[1] == found[0])
    #expect(found[2] == found[0])
  }

  @Test("From the multipliers of a similar model it is as good in a part of the work", arguments: [1, 2, 3])
  func warmStart(seed: UInt64) throws {
    let model = try ContendedModel(accounts: 100, agents: 5, seed: seed).build()
    let permitted = try #require(permittedLoads(of: model))
    var first = SmoothedDual(model, permitted: permitted) { false }
    let multipliers = first.maximise()
    let changed = try tightened(model)
    let changedPermitted = try #require(permittedLoads(of: changed))
    var cold = SmoothedDual(changed, permitted: changedPermitted) { false }
    var warm = SmoothedDual(changed, permitted: changedPermitted, start: multipliers) { false }
    let bounds = [cold.maximise(), warm.maximise()].map {
      Double(Lagrangian(changed, multipliers: $0, permitted: changedPermitted).bound)
    }
    #expect(abs(bounds[1] - bounds[0]) <= 1e-5 * bounds[0].magnitude)
    #expect(warm.work.evaluations < cold.work.evaluations)
  }

  @Test("Interrupted anywhere it hands out valid multipliers and one option of every group")
  func interrupted() throws {
    let model = try ContendedModel(accounts: 60, agents: 5, seed: 2).build()
    let permitted = try #require(permittedLoads(of: model))
    for patience in stride(from: 0, to: 600, by: 23) {
      var asked = 0
      var dual = SmoothedDual(model, permitted: permitted) {
        asked += 1
        return asked > patience
      }
      #expect(dual.maximise().values.count == model.resourceCount)
      for (group, option) in dual.rounded.options.enumerated() {
        #expect(model.options(ofGroup: group).contains(Int(option)))
      }
    }
  }

  /// Every second hard limit a hundredth tighter.
  private func tightened(_ model: OptionModel) throws -> OptionModel {
    var builder = OptionModelBuilder()
    builder.addConstant(model.constants[0])
    for (index, resource) in model.resources.enumerated() {
      var resource = resource
      if index % 2 == 0, let upper = resource.upper { resource.upper = upper - upper / 100 }
      builder.addResource(resource)
    }
    for group in 0..<model.groupCount {
      builder.beginGroup()
      for option in model.options(ofGroup: group) {
        builder.addOption(cost: model.cost(ofOption: option))
        builder.consume(model.consumptions(ofOption: option))
      }
    }
    return try builder.build()
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
