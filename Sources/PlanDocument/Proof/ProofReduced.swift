/// Options that no feasible selection has, and a proof of what is left without them.
public struct ProofReduced: Sendable, Hashable, Decodable {
  /// Numbers, ascending.
  public var impossible: [Int32]
  public var proof: ProofPart

  public init(impossible: [Int32], proof: ProofPart) {
    self.impossible = impossible
    self.proof = proof
  }
}
