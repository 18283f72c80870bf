import OptionModel

/// Leads a selection back inside the limits at little cost: one group at a time leaves a broken resource.
///
/// Of the groups that load a broken resource, the one whose best other option adds least to costs and penalties moves,
/// if that is a gain; else the penalty of the resource grows (the breakout method, Morris 1993) and now and then the
/// group moves all the same. Groups that have just moved rest a while.
struct LimitRepair {
  private(set) var state: AnnealingState
  private let model: AnnealingModel
  private var relief: LimitRelief
  private var steps: Int64 = 0
  private let storage = FlatStorage()
  private let restsUntil: UnsafeMutablePointer<Int32>
  private var generator: SeededGenerator

  private static let mostUsers = 300
  private static let growth = 1.3

  init(_ state: AnnealingState, seed: UInt64) {
    self.state = state
    model = state.model
    generator = SeededGenerator(seed: seed)
    restsUntil = storage.make(state.model.groupCount, repeating: 0)
    relief = LimitRelief(state.model)
  }

  /// Changes looked at, and steps.
  var evaluations: Int64 { relief.evaluations + steps }

  /// Tries until the selection is feasible, a number of changes has been evaluated or it is over.
  mutating func run(evaluations limit: Int64, isOver: () -> Bool) -> Bool {
    var step: Int32 = 0
    while let resource = brokenResource() {
      step += 1
      // A resource that nothing can relieve costs a step, too, or this would go on for ever.
      steps += 1
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
    let restsUntil = restsUntil
    let best = relief.cheapest(of: resource, in: state, most: Self.mostUsers, generator: &generator) {
      restsUntil[$0] > step
    }
    if best.map({ $0.change >= 0 }) ?? true {
      state.setWeight(min(1e15, state.resources[resource].weight * Self.growth), of: resource)
      guard generator.index(below: 4) == 0 else { return }
    }
    guard let best else { return }
    state.carryOut(best)
    restsUntil[best.group] = step + 5 + Int32(generator.index(below: 10))
  }
}
