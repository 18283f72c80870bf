import OptionModel

/// Leads a selection back inside the limits at little cost: one group at a time leaves a broken resource.
///
/// Of the groups that load a broken resource, the one whose best other option adds least to costs and penalties moves,
/// if that is a gain; else the penalty of the resource grows (the breakout method, Morris 1993) and now and then the
/// group moves all the same. Groups that have just moved rest a while.
struct LimitRepair {
  private(set) var state: AnnealingState
  private(set) var evaluations: Int64 = 0
  private let model: AnnealingModel
  private let storage = FlatStorage()
  /// Groups with an option that consumes resource `r`, in `users[starts[r] ..< starts[r + 1]]`.
  private let starts: UnsafeMutablePointer<Int32>
  private let users: UnsafeMutablePointer<Int32>
  private let restsUntil: UnsafeMutablePointer<Int32>
  private var generator: SeededGenerator

  private static let mostUsers = 300
  private static let growth = 1.3

  init(_ state: AnnealingState, seed: UInt64) {
    self.state = state
    model = state.model
    generator = SeededGenerator(seed: seed)
    restsUntil = storage.make(state.model.groupCount, repeating: 0)
    let found = Self.users(in: state.model)
    starts = storage.copy(found.starts)
    users = storage.copy(found.users)
  }

  /// Tries until the selection is feasible, a number of changes has been evaluated or it is over.
  mutating func run(evaluations limit: Int64, isOver: () -> Bool) -> Bool {
    var step: Int32 = 0
    while let resource = brokenResource() {
      step += 1
      // A resource that nothing can relieve costs a step, too, or this would go on for ever.
      evaluations += 1
      if evaluations > limit || (step % 16 == 0 && isOver()) { return false }
      mend(resource, step: step)
    }
    return true
  }

  private mutating func brokenResource() -> Int? {
    guard !state.isFeasible else { return nil }
    let first = generator.index(below: model.resourceCount)
    for offset in 0..<model.resourceCount {
      let resource = (first + offset) % model.resourceCount
      if state.violation(of: resource) > 0 { return resource }
    }
    return nil
  }

  private mutating func mend(_ resource: Int, step: Int32) {
    let best = cheapestRelief(of: resource, step: step)
    if best.map({ $0.change >= 0 }) ?? true {
      state.setWeight(min(1e15, state.resources[resource].weight * Self.growth), of: resource)
      guard generator.index(below: 4) == 0 else { return }
    }
    guard let best else { return }
    let old = Int(state.chosen[best.group])
    let change = state.change(from: old, to: best.option)
    state.moveLoads(from: old, to: best.option)
    state.settle(best.group, from: old, to: best.option, change: change)
    restsUntil[best.group] = step + 5 + Int32(generator.index(below: 10))
  }

  private mutating func cheapestRelief(
    of resource: Int, step: Int32
  ) -> (group: Int, option: Int, change: Double)? {
    let (first, end) = (Int(starts[resource]), Int(starts[resource + 1]))
    guard first < end else { return nil }
    let isOver = state.resources[resource].load > state.resources[resource].upper
    let begin = generator.index(below: end - first)
    var best: (group: Int, option: Int, change: Double)?
    var seen = 0
    for offset in 0..<(end - first) {
      let group = Int(users[first + (begin + offset) % (end - first)])
      let old = Int(state.chosen[group])
      let amount = state.amount(of: resource, in: old)
      guard restsUntil[group] <= step, !isOver || amount > 0 else { continue }
      for option in model.options(of: group) where option != old {
        let other = state.amount(of: resource, in: option)
        guard isOver ? other < amount : other > amount else { continue }
        evaluations += 1
        let change = state.change(from: old, to: option)
        if change < best?.change ?? .infinity { best = (group, option, change) }
      }
      seen += 1
      if seen == Self.mostUsers { break }
    }
    return best
  }

  private static func users(in model: AnnealingModel) -> (starts: [Int32], users: [Int32]) {
    var counts = [Int32](repeating: 0, count: model.resourceCount + 1)
    forEachUse(in: model) { resource, _ in counts[resource + 1] += 1 }
    for resource in 0..<model.resourceCount { counts[resource + 1] += counts[resource] }
    var places = counts
    var users = [Int32](repeating: 0, count: Int(counts[model.resourceCount]))
    forEachUse(in: model) { resource, group in
      users[Int(places[resource])] = Int32(group)
      places[resource] += 1
    }
    return (counts, users)
  }

  private static func forEachUse(in model: AnnealingModel, _ body: (Int, Int) -> Void) {
    var seen = [Int32](repeating: -1, count: model.resourceCount)
    for group in 0..<model.groupCount where model.options(of: group).count > 1 {
      let first = Int(model.options[Int(model.starts[group])].firstEntry)
      let end = Int(model.options[Int(model.starts[group + 1])].firstEntry)
      for entry in first..<end {
        let resource = Int(model.entries[entry].resource)
        guard seen[resource] != Int32(group) else { continue }
        seen[resource] = Int32(group)
        body(resource, group)
      }
    }
  }
}
