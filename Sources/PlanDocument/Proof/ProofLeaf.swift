/// The multipliers of one case.
public struct ProofLeaf: Sendable, Hashable, Decodable {
  /// In 1/65536 micropoints per quantum.
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
