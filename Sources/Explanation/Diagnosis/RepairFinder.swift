package import Compilation
package import OptionModel
import Portfolio
package import Solving

/// Finds the cheapest rules to lift: an elastic model in which every hard limit that an edit can raise is a price, and
/// every banned candidate that an edit permits an option with the prices of its bans.
package struct RepairFinder {
  package let plan: LiftedPlan
  /// By option of `model`: that of the lifted model.
  private let wholeOptions: [Int32]
  /// What is minimised; `nil` where some account has no option that an edit permits.
  package let model: OptionModel?

  /// O(size of the lifted model).
  package init(_ plan: LiftedPlan) {
    self.plan = plan
    var builder = OptionModelBuilder()
    for (index, resource) in plan.model.resources.enumerated() {
      builder.addResource(RepairFinder.elastic(resource.upper, plan.meaning.resources[index], plan.effort))
    }
    var options: [Int32] = []
    var isComplete = true
    for group in 0..<plan.model.groupCount {
      builder.beginGroup()
      let before = options.count
      for option in plan.model.options(ofGroup: group) {
        guard let price = RepairFinder.price(ofOption: option, plan) else { continue }
        builder.addOption(cost: price)
        builder.consume(plan.model.consumptions(ofOption: option))
        options.append(Int32(option))
      }
      if options.count == before { isComplete = false }
    }
    wholeOptions = options
    model = isComplete ? try? builder.build() : nil
  }

  private static func elastic(_ upper: Int64?, _ key: ResourceKey, _ effort: EffortBook) -> Resource {
    guard let upper, isLiftable(key, effort), let rate = RepairPrices.perQuantum(of: key) else {
      return Resource(upper: upper)
    }
    return Resource(price: [PriceSegment(.over, upper, rate: rate)])
  }

  /// More capacity gives no hours to somebody who is not there.
  private static func isLiftable(_ key: ResourceKey, _ effort: EffortBook) -> Bool {
    guard case .hours(let csm, let period) = key else { return true }
    return effort.capacity(csm: Int(csm), period: Int(period)) > 0
  }

  /// `nil` where a fact bans the option.
  private static func price(ofOption option: Int, _ plan: LiftedPlan) -> Int64? {
    var sum: Int64 = 0
    for ban in plan.bans(ofOption: option) {
      guard let price = RepairPrices.ban(plan.bans[Int(ban)]) else { return nil }
      sum += price
    }
    return sum
  }

  /// - Parameter certify: the bound that a proof shows of the elastic model, by an exact checker.
  /// - Returns: `nil` where no edit helps or none was found within the limits.
  package func repair(
    backend: any MixedIntegerBackend, limits: SolveLimits, interruption: Interruption,
    certify: @escaping @Sendable (OptionModel, BoundProof) -> Int64?
  ) throws -> Repair? {
    guard let model else { return nil }
    let result = try Solver(backend: backend).solve(
      model, limits: limits, certify: { certify(model, $0) }, interruption: interruption)
    guard let selection = result.selection, let objective = result.objective else { return nil }
    return Repair(
      steps: banSteps(selection) + limitSteps(model, selection), price: objective,
      bound: min(objective, max(0, result.certifiedBound ?? 0)))
  }

  private func banSteps(_ selection: Selection) -> [Repair.Step] {
    selection.options.flatMap { option in
      plan.bans(ofOption: Int(wholeOptions[Int(option)])).map { ban in
        let instance = plan.bans[Int(ban)]
        return Repair.Step(instance: instance, limits: nil, price: RepairPrices.ban(instance) ?? 0)
      }
    }
  }

  private func limitSteps(_ model: OptionModel, _ selection: Selection) -> [Repair.Step] {
    let loads = model.loads(of: selection)
    return loads.indices.compactMap { index in
      guard let upper = plan.model.resources[index].upper, loads[index] > upper else { return nil }
      return Repair.Step(
        instance: .limit(plan.meaning.resources[index]),
        limits: Repair.Limits(today: upper, needed: loads[index]),
        price: model.resources[index].charge(at: loads[index]))
    }
  }
}
