import OptionModel

/// The bound a set of multipliers proves, and what each option costs under them, in exact integers.
///
/// All values are in `1 / Multipliers.scale` micropoints. The formula is documented at `Multipliers`.
struct Lagrangian: Sendable {
  let multipliers: Multipliers
  /// The bound, in scaled micropoints.
  let scaledBound: Int128
  /// Per option: its priced cost minus the smallest of its group. Any selection with this option costs at least
  /// `scaledBound + reducedCosts[option]`.
  let reducedCosts: [Int128]

  /// The bound in micropoints, rounded down.
  var bound: Int64 { Self.roundedDown(scaledBound) }

  /// The bound of selections with an option, in micropoints, rounded down.
  func bound(with option: Int) -> Int64 { Self.roundedDown(scaledBound + reducedCosts[option]) }

  private static func roundedDown(_ scaled: Int128) -> Int64 {
    let scale = Int128(Multipliers.scale)
    let quotient = scaled / scale
    return Int64(clamping: quotient * scale > scaled ? quotient - 1 : quotient)
  }

  /// O(size of the model). `permitted` is, per resource, its attainable loads inside the hard limits.
  init(_ model: OptionModel, multipliers: Multipliers, permitted: [ClosedRange<Int64>]) {
    self.multipliers = multipliers
    let scale = Int128(Multipliers.scale)
    var total = Int128(model.constants[0]) * scale
    for (resource, range) in permitted.enumerated() {
      let curve = PriceCurve(of: model.resources[resource], over: range)
      total += curve.conjugate(
        slope: multipliers.values[resource], scale: Multipliers.scale, resource: model.resources[resource])
    }
    var costs = Self.pricedCosts(of: model, multipliers: multipliers)
    for group in 0..<model.groupCount {
      let options = model.options(ofGroup: group)
      let smallest = options.reduce(Int128.max) { min($0, costs[$1]) }
      for option in options { costs[option] -= smallest }
      total += smallest
    }
    scaledBound = total
    reducedCosts = costs
  }

  private static func pricedCosts(of model: OptionModel, multipliers: Multipliers) -> [Int128] {
    let scale = Int128(Multipliers.scale)
    return (0..<model.optionCount).map { option in
      var cost = Int128(model.cost(ofOption: option)) * scale
      for consumed in model.consumptions(ofOption: option) {
        let multiplier = multipliers.values[consumed.resource]
        cost += Int128(multiplier) * Int128(consumed.amount)
      }
      return cost
    }
  }

  /// Whether a selection with this option can still be strictly better than `objective` micropoints. A `share`
  /// above one keeps only options whose reduced cost uses up at most that part of the room: a heuristic.
  func canImprove(on objective: Int64, option: Int, share: Int128 = 1) -> Bool {
    scaledBound + share * reducedCosts[option] < Int128(objective) * Int128(Multipliers.scale)
  }
}
