/// The multipliers of one case.
public struct ProofLeaf: Sendable, Hashable, Decodable {
  /// In 1/65536 micropoints per quantum: those that differ from the leaf before it in the list of nodes. Most cases differ
  /// in few. Before the first leaf, and in `refixing`, all others are 0.
  public var resources: NumberedValues
  /// Finer by 2^20, at least 0.
  public var cuts: NumberedValues
  /// Of splits on the way from the root, at least 0.
  public var splits: NumberedValues

  public init(resources: NumberedValues, cuts: NumberedValues, splits: NumberedValues) {
    self.resources = resources
    self.cuts = cuts
    self.splits = splits
  }
}
