/// Why no selection that keeps the limits and some cost caps costs less than a bound.
///
/// With whole weights `a >= 1` and `b_i >= 0`, a selection that charges at most `C_i` under every cap `i` has
/// `a objective + sum_i b_i charge_i >= L`, where `L` is what the multipliers prove of the model with costs and prices
/// added up so (`OptionModel.scalarised`); hence `objective >= (L - sum_i b_i C_i) / a`, rounded up.
package struct CapProof: Sendable, Hashable {
  /// Of the objective, at least 1.
  package var weight: Int64
  /// Of the caps, at least 0.
  package var capWeights: [Int64]
  /// Of the scalarised model.
  package var multipliers: Multipliers

  package init(weight: Int64, capWeights: [Int64], multipliers: Multipliers) {
    self.weight = weight
    self.capWeights = capWeights
    self.multipliers = multipliers
  }

  /// The bound that follows where the multipliers prove `scalarised` of the scalarised model; `nil` where it leaves the
  /// 64-bit range or a weight is senseless. Exact.
  package func bound(scalarised: Int64, caps: [Int64]) -> Int64? {
    guard weight >= 1, capWeights.count == caps.count, capWeights.allSatisfy({ $0 >= 0 }) else { return nil }
    let rest = zip(capWeights, caps).reduce(Int128(scalarised)) { $0 - Int128($1.0) * Int128($1.1) }
    let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: Int128(weight))
    return Int64(exactly: remainder > 0 ? quotient + 1 : quotient)
  }
}
