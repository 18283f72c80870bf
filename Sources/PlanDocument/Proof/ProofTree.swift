/// Cuts, and cases that together cover everything cheaper than a cutoff. It proves the smaller of the cutoff and the
/// least value of a leaf.
public struct ProofTree: Sendable, Hashable, Decodable {
  /// In micropoints.
  public var cutoff: Int64
  /// Multipliers of resources that rule options out for good.
  public var fixing: NumberedValues
  /// Once more, with cuts.
  public var refixing: ProofLeaf?
  /// A cut may use those before it.
  public var cuts: [ProofCut]
  public var splits: [ProofSplit]
  /// The first is the root; children come after their parents.
  public var nodes: [ProofNode]

  public init(
    cutoff: Int64, fixing: NumberedValues, refixing: ProofLeaf?, cuts: [ProofCut], splits: [ProofSplit],
    nodes: [ProofNode]
  ) {
    self.cutoff = cutoff
    self.fixing = fixing
    self.refixing = refixing
    self.cuts = cuts
    self.splits = splits
    self.nodes = nodes
  }
}
