/// Cuts, and cases that together cover everything cheaper than a cutoff. It proves the least of the cutoffs and the values
/// of the leaves.
public struct ProofTree: Sendable, Hashable, Decodable {
  /// In micropoints.
  public var cutoff: Int64
  /// Multipliers of resources that rule options out for good.
  public var fixing: NumberedValues
  /// Once more, with cuts.
  public var refixing: ProofLeaf?
  /// What `refixing` is held against, in micropoints; it bounds what the tree proves.
  public var refixingCutoff: Int64?
  /// A cut may use those before it.
  public var cuts: [ProofCut]
  public var splits: [ProofSplit]
  /// The first is the root; children come after their parents.
  public var nodes: [ProofNode]

  public init(
    cutoff: Int64, fixing: NumberedValues, refixing: ProofLeaf?, refixingCutoff: Int64?, cuts: [ProofCut],
    splits: [ProofSplit],
    nodes: [ProofNode]
  ) {
    self.cutoff = cutoff
    self.fixing = fixing
    self.refixing = refixing
    self.refixingCutoff = refixingCutoff
    self.cuts = cuts
    self.splits = splits
    self.nodes = nodes
  }
}
