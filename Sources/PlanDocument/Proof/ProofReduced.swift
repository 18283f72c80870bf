/// Options that no feasible selection has, or none below a cutoff, and a proof of what is left without them.
public struct ProofReduced: Sendable, Hashable, Decodable {
  /// Numbers, ascending.
  public var impossible: [Int32]
  /// In micropoints, where only what is cheaper is of interest; comes with `fixing`.
  public var cutoff: Int64?
  /// By resource: the multipliers that rule options out below the cutoff.
  public var fixing: NumberedValues?
  public var proof: ProofPart

  public init(impossible: [Int32], cutoff: Int64? = nil, fixing: NumberedValues? = nil, proof: ProofPart) {
    self.impossible = impossible
    self.cutoff = cutoff
    self.fixing = fixing
    self.proof = proof
  }
}
