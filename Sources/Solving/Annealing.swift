import Foundation
import OptionModel

/// Simulated annealing with shifts and pairs of shifts, seeded, hard limits elastic.
///
/// A shift moves one group to another option. When it is refused, a group that is at the place it would go to may make
/// room: by going where the first one came from, or to another of its options. Only options whose reduced cost the
/// temperature can pay for are proposed, and only groups that have a choice then. Penalties of limits that stay broken
/// grow, so a run ends in a feasible selection nearly always.
struct Annealing {
  private(set) var state: AnnealingState
  private(set) var steps: Int64 = 0
  /// Called with each selection worth handing out: feasible and better than all before.
  private let improved: (Selection) -> Void
  private var bestEnergy: Double
  private let model: AnnealingModel
  private let budget: SolveBudget
  private var generator: SeededGenerator
  private let storage = FlatStorage()
  /// How many options of each group are proposed, and the groups for which that is more than the chosen one.
  private let reach: UnsafeMutablePointer<Int32>
  private let active: UnsafeMutablePointer<Int32>
  private var activeCount = 0
  private let logarithms: UnsafeMutablePointer<Double>
  private let bestChosen: UnsafeMutablePointer<Int32>
  private var hasNews = false
  private var untilChain = stepsPerChain
  private var chains = EjectionChains()
  private let floors: [Double]
  private var limits: StubbornLimits

  private static let stepsPerCheck: Int64 = 1_024
  private static let checksPerAdaptation: Int64 = 64
  /// Temperatures that an option's reduced cost may be above that of the chosen one.
  private static let width: Float = 12
  /// Below this part of the first temperature options stay within reach, so that broken limits can be mended.
  private static let coldestReach = 0.15
  /// Penalties follow the limits at every adaptation, and only rise in the last part of a run.
  private static let growth = 1.02
  private static let decay = 0.99
  private static let lateGrowth = 1.15
  private static let late = 0.85
  private static let stepsPerChain: Int64 = 10_000
  private static let checksPerRelief: Int64 = 4
  /// Some tenths of a second; by steps, so that the plans kept on the way do not depend on the machine.
  private static let checksPerOffer: Int64 = 1_024
  private static let tableSize = 4_096

  /// `stubborn` are penalties that runs before ended with: see `StubbornLimits`.
  init(
    _ state: AnnealingState, budget: SolveBudget, seed: UInt64, best: Int64?, stubborn: [Int: Double] = [:],
    improved: @escaping (Selection) -> Void
  ) {
    self.improved = improved
    self.state = state
    self.budget = budget
    model = state.model
    floors = (0..<state.model.resourceCount).map { state.resources[$0].weight }
    limits = StubbornLimits(&self.state, known: stubborn)
    generator = SeededGenerator(seed: seed)
    bestEnergy = best.map { Double($0) } ?? .infinity
    reach = storage.make(model.groupCount, repeating: 1)
    active = storage.make(model.groupCount, repeating: 0)
    bestChosen = storage.make(model.groupCount, repeating: 0)
    let size = Self.tableSize
    logarithms = storage.copy((0..<size).map { -log((Double($0) + 0.5) / Double(size)) })
  }

  /// The penalties of limits that stayed broken for long, by resource of the whole model.
  var stubborn: [Int: Double] { limits.penalties(in: state) }

  /// Cools from `first` to `last` micropoints in a number of steps or until the instant, whichever comes first.
  mutating func run(steps count: Int64, until deadline: ContinuousClock.Instant?, from first: Double, to last: Double) {
    let began = ContinuousClock.now
    var (done, checks) = (Int64(0), Int64(0))
    var chosenFor = Double.infinity
    while done < count, budget.exhausted == nil {
      var progress = Double(done) / Double(count)
      if let deadline {
        progress = max(progress, (ContinuousClock.now - began) / (deadline - began))
        guard progress < 1 else { break }
      }
      let temperature = first * pow(last / first, progress)
      if temperature < 0.8 * chosenFor {
        chosenFor = temperature
        chooseActive(max(temperature, first * Self.coldestReach))
      }
      guard activeCount > 0 else { break }
      let block = min(Self.stepsPerCheck, count - done)
      for _ in 0..<block { step(temperature) }
      done += block
      steps += block
      budget.spend(block)
      checks += 1
      if checks % Self.checksPerAdaptation == 0 { adaptWeights(isLate: progress > Self.late) }
      limits.look(at: &state, progress: progress, isLate: progress > Self.late)
      if checks % Self.checksPerRelief == 0 {
        limits.relieve(&state, temperature: temperature, generator: &generator)
      }
      record()
      if checks % Self.checksPerOffer == 0 { offer() }
    }
    offer()
  }

  private mutating func record() {
    guard state.isFeasible, state.energy < bestEnergy - 0.5 else { return }
    bestEnergy = state.energy
    hasNews = true
    bestChosen.update(from: state.chosen, count: model.groupCount)
  }

  private mutating func offer() {
    guard hasNews else { return }
    hasNews = false
    improved(Selection((0..<model.groupCount).map { state.options[Int(bestChosen[$0])].source }))
  }

  private mutating func chooseActive(_ temperature: Double) {
    let room = Self.width * Float(temperature)
    activeCount = 0
    for group in 0..<model.groupCount {
      let options = model.options(of: group)
      let current = Int(state.chosen[group])
      let limit = state.options[current].reducedCost + room
      var count = 1
      while count < options.count, state.options[options.lowerBound + count].reducedCost <= limit { count += 1 }
      reach[group] = Int32(count)
      guard count > 1 || current != options.lowerBound else { continue }
      active[activeCount] = Int32(group)
      activeCount += 1
    }
  }

  @inline(__always)
  private mutating func step(_ temperature: Double) {
    let group = Int(active[generator.index(below: activeCount)])
    let old = Int(state.chosen[group])
    let new = Int(model.starts[group]) + generator.index(below: Int(reach[group]))
    guard new != old else { return }
    untilChain -= 1
    if untilChain == 0 {
      untilChain = Self.stepsPerChain
      let allowed = -temperature * log(max(1e-9, generator.fraction()))
      chains.run(&state, from: group, to: new, allowed: allowed, generator: &generator)
      return
    }
    let bits = generator.next()
    let allowed = temperature * logarithms[Int(truncatingIfNeeded: bits & UInt64(Self.tableSize - 1))]
    let change = state.change(from: old, to: new)
    if change <= allowed {
      state.moveLoads(from: old, to: new)
      state.settle(group, from: old, to: new, change: change)
    } else if bits >> 63 == 0 {
      pair(group, from: old, to: new, change: change, allowed: allowed)
    }
  }

  /// Tries the shift together with one of a group at its destination.
  private mutating func pair(_ group: Int, from old: Int, to new: Int, change: Double, allowed: Double) {
    let site = state.options[new].site
    guard site >= 0 else { return }
    let count = state.members.count(at: site)
    guard count > 0 else { return }
    state.moveLoads(from: old, to: new)
    for _ in 0..<2 {
      let other = state.members.group(generator.index(below: count), at: site)
      guard other != group else { continue }
      let otherOld = Int(state.chosen[other])
      guard let otherNew = destination(of: other, from: otherOld, towards: state.options[old].site) else { continue }
      let total = change + state.change(from: otherOld, to: otherNew)
      guard total <= allowed else { continue }
      state.moveLoads(from: otherOld, to: otherNew)
      state.settle(group, from: old, to: new, change: change)
      state.settle(other, from: otherOld, to: otherNew, change: total - change)
      return
    }
    state.moveLoads(from: new, to: old)
  }

  /// An option of a group at a site, or any that is within reach.
  private mutating func destination(of group: Int, from old: Int, towards site: Int32) -> Int? {
    let options = model.options(of: group)
    guard options.count > 1 else { return nil }
    if generator.index(below: 8) < 5 {
      for option in options where state.options[option].site == site { return option == old ? nil : option }
    }
    let option = options.lowerBound + generator.index(below: Int(reach[group]))
    return option == old ? nil : option
  }

  private mutating func adaptWeights(isLate: Bool) {
    for resource in 0..<model.resourceCount where !limits.contains(resource) {
      let weight = state.resources[resource].weight
      if state.violation(of: resource) > 0 {
        state.setWeight(weight * (isLate ? Self.lateGrowth : Self.growth), of: resource)
      } else if !isLate, weight > floors[resource] {
        state.setWeight(max(floors[resource], weight * Self.decay), of: resource)
      }
    }
  }
}
