import Foundation
import OptionModel

/// Simulated annealing with shifts and ejections, followed by descent; seeded, hard limits elastic.
///
/// A shift moves one group to another option. An ejection moves a group and then, of a group that uses one of the
/// resources now in demand, the best other option. Penalty weights of limits that stay broken grow, of kept ones
/// slowly shrink, so the walk hugs the feasible region; every strictly feasible improvement is reported.
struct LocalSearch {
  private(set) var state: SearchState
  let candidates: Candidates
  let budget: SolveBudget
  var generator: SeededGenerator
  /// Called with each selection that is feasible and better than all before.
  let improved: (Selection, Int64) -> Void

  private(set) var best: Int64?
  private(set) var steps: Int64 = 0
  private let movable: [Int]

  private static let stepsPerCheck: Int64 = 256

  init(
    state: SearchState, candidates: Candidates, budget: SolveBudget, seed: UInt64, best: Int64?,
    improved: @escaping (Selection, Int64) -> Void
  ) {
    self.state = state
    self.candidates = candidates
    self.budget = budget
    self.best = best
    self.improved = improved
    generator = SeededGenerator(seed: seed)
    movable = (0..<state.groupCount).filter { candidates.range(of: $0).count > 1 }
  }

  /// Anneals for a number of steps or until the instant, whichever comes first, from `start` to `end` micropoints
  /// of temperature. Cooling follows whichever of the two is nearer to its end.
  mutating func anneal(
    steps count: Int64, until deadline: ContinuousClock.Instant?, from start: Double, to end: Double
  ) {
    guard !movable.isEmpty, count > 0 else { return }
    let began = ContinuousClock.now
    let first = steps
    record()
    while steps - first < count, budget.exhausted == nil {
      var progress = Double(steps - first) / Double(count)
      if let deadline {
        guard ContinuousClock.now < deadline else { return }
        progress = max(progress, (ContinuousClock.now - began) / (deadline - began))
      }
      let temperature = start * pow(end / start, progress)
      let block = min(Self.stepsPerCheck, count - (steps - first))
      for _ in 0..<block { step(temperature: temperature) }
      adaptWeights()
      spend(block)
    }
  }

  /// Takes every improving shift, then random improving ejections, until a round finds none or the instant is past.
  mutating func descend(ejections: Int64, until deadline: ContinuousClock.Instant? = nil) {
    guard !movable.isEmpty else { return }
    record()
    repeat {
      while shiftAll(), budget.exhausted == nil {}
      if let deadline, ContinuousClock.now >= deadline { break }
    } while ejectForImprovement(attempts: ejections) && budget.exhausted == nil
    flush()
  }

  private mutating func spend(_ count: Int64) {
    steps += count
    budget.spend(count)
  }

  private mutating func step(temperature: Double) {
    if generator.index(below: 8) < 5 {
      shift(temperature: temperature)
    } else {
      _ = eject(temperature: temperature)
    }
  }

  private mutating func shift(temperature: Double) {
    let group = movable[generator.index(below: movable.count)]
    let option = randomOption(of: group)
    guard option != Int(state.selection[group]) else { return }
    let change = state.change(group: group, to: option)
    guard accepts(change.total, temperature) else { return }
    state.apply(change, group: group, to: option)
    record()
  }

  /// Whether it improved the total.
  private mutating func eject(temperature: Double) -> Bool {
    let group = movable[generator.index(below: movable.count)]
    let option = randomOption(of: group)
    let old = Int(state.selection[group])
    guard option != old, let victim = victim(of: option, not: group) else { return false }
    let first = state.change(group: group, to: option)
    state.apply(first, group: group, to: option)
    guard let second = bestChange(of: victim) else {
      undo(first, group: group, to: old)
      return false
    }
    let total = first.total + second.change.total
    guard accepts(total, temperature) else {
      undo(first, group: group, to: old)
      return false
    }
    state.apply(second.change, group: victim, to: second.option)
    record()
    return total < 0
  }

  private mutating func undo(_ change: SearchState.Change, group: Int, to old: Int) {
    let back = SearchState.Change(
      objective: -change.objective, penalty: -change.penalty, violated: -change.violated)
    state.apply(back, group: group, to: old)
  }

  private mutating func randomOption(of group: Int) -> Int {
    let range = candidates.range(of: group)
    return Int(candidates.options[range.lowerBound + generator.index(below: range.count)])
  }

  /// A group whose chosen option uses a random resource of `option`.
  private mutating func victim(of option: Int, not group: Int) -> Int? {
    let entries = state.entries(of: option)
    guard !entries.isEmpty else { return movable[generator.index(below: movable.count)] }
    let entry = entries.lowerBound + generator.index(below: entries.count)
    let members = state.members[Int(state.consumptionResources[entry])]
    guard !members.isEmpty else { return nil }
    let found = state.group(ofEntry: Int(members[generator.index(below: members.count)]))
    return found == group ? nil : found
  }

  private mutating func bestChange(of group: Int) -> (option: Int, change: SearchState.Change)? {
    var best: (option: Int, change: SearchState.Change)?
    for index in candidates.range(of: group) {
      let option = Int(candidates.options[index])
      guard option != Int(state.selection[group]) else { continue }
      let change = state.change(group: group, to: option)
      if change.total < best?.change.total ?? .infinity { best = (option, change) }
    }
    return best
  }

  private mutating func accepts(_ total: Double, _ temperature: Double) -> Bool {
    if total <= 0 { return true }
    return temperature > 0 && generator.fraction() < exp(-total / temperature)
  }

  private mutating func shiftAll() -> Bool {
    var found = false
    for (index, group) in movable.enumerated() {
      if index % Int(Self.stepsPerCheck) == 0, budget.exhausted != nil { return false }
      guard let best = bestChange(of: group), best.change.total < 0 else { continue }
      state.apply(best.change, group: group, to: best.option)
      record()
      found = true
    }
    spend(Int64(movable.count))
    return found
  }

  private mutating func ejectForImprovement(attempts: Int64) -> Bool {
    var found = false
    var left = attempts
    while left > 0, budget.exhausted == nil {
      let block = min(Self.stepsPerCheck, left)
      for _ in 0..<block {
        if eject(temperature: 0) { found = true }
      }
      left -= block
      spend(block)
    }
    return found
  }

  /// Notes a better feasible selection. Small models hand it out at once; in large ones copying every one of them
  /// would cost more than the search, so `flush` does it when the gain is worth a copy or a phase ends.
  private mutating func record() {
    guard state.isFeasible, state.objective < best ?? .max else { return }
    let gain = (best ?? .max).subtractingClamping(state.objective)
    guard state.groupCount < 2_000 || gain > Int64(state.objective.magnitude >> 16) else { return }
    flush()
  }

  private mutating func flush() {
    guard state.isFeasible, state.objective < best ?? .max else { return }
    best = state.objective
    improved(Selection(state.selection), state.objective)
  }

  private mutating func adaptWeights() {
    guard !state.isFeasible || state.weights.contains(where: { $0 > 0 }) else { return }
    for resource in state.weights.indices {
      if state.violation(of: resource) > 0 {
        state.weights[resource] = min(1e15, state.weights[resource] * 1.1 + 1e-3)
      } else {
        state.weights[resource] *= 0.999
      }
    }
  }
}

extension Int64 {
  /// The difference, or the largest value when it leaves the range above.
  fileprivate func subtractingClamping(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? .max : difference
  }
}
