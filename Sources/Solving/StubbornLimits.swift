import Foundation

/// Limits that stay broken while a run of annealing cools.
///
/// First penalties come from the relaxation, which cuts groups into pieces: a limit that only pieces keep is worth a
/// hundred times its multiplier to a selection. Here penalties of limits that were broken at several looks in a row rise
/// until keeping them pays, and groups are led out of them by `ReliefChain`, by whatever option they have: annealing itself
/// proposes only options that its temperature could pay for, so it would never leave an account without anybody. Limits
/// that are broken now and then, as nearly all are, are none of its business.
struct StubbornLimits {
  /// Looks at the limits in a run.
  private static let looks = 200.0
  /// So many looks in a row make a limit stubborn.
  private static let patience: Int32 = 5
  private static let growth = 1.3
  private static let decay = 0.995

  private var streaks: [Int32]
  private var isStubborn: [Bool]
  private var stubborn: [Int] = []
  private var floors: [Double]
  private let highest: Double
  private var relief: LimitRelief?
  private var chain = ReliefChain()
  private var next = 0.0

  /// `known` are penalties of limits that were stubborn before, by resource of the whole model.
  init(_ state: inout AnnealingState, known: [Int: Double]) {
    let model = state.model
    streaks = Array(repeating: 0, count: model.resourceCount)
    isStubborn = Array(repeating: false, count: model.resourceCount)
    floors = []
    highest = model.highestPenalty
    for (resource, source) in model.resources.enumerated() {
      let weight = state.resources[resource].weight
      floors.append(weight)
      guard let before = known[source] else { continue }
      isStubborn[resource] = true
      stubborn.append(resource)
      state.setWeight(max(weight, before), of: resource)
    }
  }

  func contains(_ resource: Int) -> Bool { isStubborn[resource] }

  /// The penalties at this moment, by resource of the whole model.
  func penalties(in state: AnnealingState) -> [Int: Double] {
    Dictionary(uniqueKeysWithValues: stubborn.map { (state.model.resources[$0], state.resources[$0].weight) })
  }

  /// Looks at the limits when the progress of the run, from 0 to 1, says so. O(resources), some hundred times in a run.
  mutating func look(at state: inout AnnealingState, progress: Double, isLate: Bool) {
    guard progress >= next else { return }
    next = progress + 1 / Self.looks
    for resource in floors.indices {
      let weight = state.resources[resource].weight
      if state.violation(of: resource) > 0 {
        streaks[resource] += 1
        if streaks[resource] >= Self.patience, !isStubborn[resource] {
          isStubborn[resource] = true
          stubborn.append(resource)
        }
        if isStubborn[resource] { state.setWeight(min(max(weight, highest), weight * Self.growth), of: resource) }
      } else {
        streaks[resource] = 0
        if isStubborn[resource], !isLate, weight > floors[resource] {
          state.setWeight(max(floors[resource], weight * Self.decay), of: resource)
        }
      }
    }
  }

  /// Tries one chain for every stubborn limit that is broken, as annealing at this temperature would.
  mutating func relieve(_ state: inout AnnealingState, temperature: Double, generator: inout SeededGenerator) {
    guard !state.isFeasible else { return }
    for resource in stubborn where state.violation(of: resource) > 0 {
      var relief = self.relief ?? LimitRelief(state.model)
      let allowed = -temperature * log(max(1e-9, generator.fraction()))
      chain.run(&state, relieving: resource, by: &relief, allowed: allowed, generator: &generator)
      self.relief = relief
    }
  }
}
