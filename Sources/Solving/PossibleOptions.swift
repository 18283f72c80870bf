import OptionModel

/// Which options can be part of a feasible selection at all, as far as single limits tell.
///
/// An option that consumes so much more than the least of its group that the least of all other groups leaves no room
/// for it is impossible, and without it the least of its group may be more, which rules out others in turn (activity
/// bounds, as in the presolving of integer programs). Weekly models of CSMs who are beyond a limit on the first day
/// lose many options so. What is left out can never be in a feasible selection; the converse does not hold.
struct PossibleOptions {
  /// One sweep can rule out what another made impossible a week earlier, and so on over the horizon, a week in each sweep.
  private static let mostSweeps = 200

  private let model: OptionModel
  private var isOut: [Bool]
  private(set) var impossibleCount = 0
  /// Over the options left, summed over groups, in quanta.
  private var lowest: [Int64]
  private var highest: [Int64]
  /// Of the group at hand.
  private var extent: GroupExtent

  /// O(consumptions) for each sweep; a model without impossible options takes one. When it is over early, fewer are
  /// known.
  init(_ model: OptionModel, isOver: () -> Bool = { false }) {
    self.model = model
    isOut = Array(repeating: false, count: model.optionCount)
    lowest = Array(repeating: 0, count: model.resourceCount)
    highest = lowest
    extent = GroupExtent(resourceCount: model.resourceCount)
    guard model.resources.contains(where: { $0.upper != nil || $0.lower != nil }) else { return }
    var sweeps = 0
    while sweeps < Self.mostSweeps, !isOver() {
      let before = impossibleCount
      sumUp()
      for group in 0..<model.groupCount { sweep(group) }
      sweeps += 1
      if impossibleCount == before { break }
    }
  }

  func contains(_ option: Int) -> Bool { !isOut[option] }

  private mutating func sumUp() {
    for resource in lowest.indices { (lowest[resource], highest[resource]) = (0, 0) }
    for group in 0..<model.groupCount {
      measure(group)
      for resource in extent.touched {
        lowest[resource] += extent.smallest[resource]
        highest[resource] += extent.largest[resource]
      }
      extent.clear()
    }
  }

  private mutating func sweep(_ group: Int) {
    let options = model.options(ofGroup: group)
    measure(group)
    let impossible = options.filter { !isOut[$0] && breaksLimit($0) }
    let left = options.count { !isOut[$0] }
    // Where nothing is left the model is infeasible, and others are better at saying so.
    if impossible.count < left {
      for option in impossible { isOut[option] = true }
      impossibleCount += impossible.count
    }
    extent.clear()
  }

  private func breaksLimit(_ option: Int) -> Bool {
    for consumed in model.consumptions(ofOption: option) {
      let resource = consumed.resource
      let amount = consumed.amount
      if let upper = model.resources[resource].upper, lowest[resource] - extent.smallest[resource] + amount > upper {
        return true
      }
      if let lower = model.resources[resource].lower, highest[resource] - extent.largest[resource] + amount < lower {
        return true
      }
    }
    return false
  }

  /// The least and the most of each resource that the options left of a group consume.
  private mutating func measure(_ group: Int) {
    var count = 0
    for option in model.options(ofGroup: group) where !isOut[option] {
      count += 1
      for consumed in model.consumptions(ofOption: option) {
        extent.include(consumed.amount, of: consumed.resource)
      }
    }
    extent.close(optionCount: count)
  }
}
