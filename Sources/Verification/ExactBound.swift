/// What the multipliers prove about every feasible selection.
package enum ExactBound: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// Not one multiplier per resource.
    case wrongCount(expected: Int, found: Int)
    /// A group without options has no smallest cost.
    case emptyGroup(Int)
    /// A sum leaves 128 bits, or the bound 64: the multipliers are absurdly large.
    case outOfRange
  }

  /// No feasible selection costs less, in micropoints.
  case bound(Int64)
  /// No attainable load of this resource is inside its hard limits: there is no feasible selection.
  case infeasible(resource: Int)
  case unusable(Reason)
}
