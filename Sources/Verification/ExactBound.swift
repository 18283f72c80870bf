/// What multipliers, or a whole proof, show about every feasible selection.
package enum ExactBound: Sendable, Hashable {
  package indirect enum Reason: Error, Sendable, Hashable {
    /// A list with one entry per resource, or per group, has another number of entries.
    case wrongCount(expected: Int, found: Int)
    /// A group without options has no smallest cost.
    case emptyGroup(Int)
    /// A sum leaves 128 bits, or a bound or a coefficient of a cut 64: the multipliers are absurdly large.
    case outOfRange
    /// An option, group, resource, interval, cut, split or block that does not exist.
    case unknownIndex(Int)
    /// Of a cut or a split in a leaf: inequalities must not be turned round.
    case negativeMultiplier(Int64)
    /// A cut that uses itself or one that comes after it.
    case laterCut(Int)
    /// Below 1.
    case badDivisor(Int64)
    /// Outside 0 to 100.
    case badShift(Int32)
    case optionsNotRising
    case negativeThreshold(Int32)
    /// A leaf charges a split that does not hold there.
    case splitNotOnWay(Int)
    case splitTwiceOnWay(Int)
    /// A node that is not the child of exactly one node before it, or a tree without a root.
    case notATree(node: Int)
    /// Blocks within blocks beyond `BoundProofChecker.depthLimit`.
    case tooDeep
    /// The cuts together have more than `CutRows.sizeLimit` coefficients.
    case tooLarge
    /// The numbers of a block's model are too large for an option model.
    case invalidModel
    /// An option that is said to be in no feasible selection, and may be in one.
    case possibleOption(Int)
    case inFixing(Reason)
    case inCut(Int, Reason)
    case inSplit(Int, Reason)
    case inNode(Int, Reason)
    case inBlock(Int, Reason)
  }

  /// No feasible selection costs less, in micropoints.
  case bound(Int64)
  /// No attainable load of this resource is inside its hard limits: there is no feasible selection.
  case infeasible(resource: Int)
  case unusable(Reason)
}
