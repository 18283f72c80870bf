/// The proof behind a certified bound: the content of `proof.json`, format `ballast.proof`, version 1.
///
/// It holds everything that is needed to recompute the bound in exact integers, and nothing that has to be believed.
/// Groups, options and resources are numbered by what they mean, see `ProofModel`, so that whoever derives the model of
/// a portfolio again can follow it.
public struct ProofDocument: Sendable, Hashable {
  public static let currentFormat = "ballast.proof"
  public static let currentVersion = 1
  /// The name under which it is written beside a plan.
  public static let fileName = "proof.json"

  public var model: ProofModel
  public var proof: ProofPart

  public init(model: ProofModel, proof: ProofPart) {
    self.model = model
    self.proof = proof
  }
}

/// A file that is no proof, or one of another version.
public struct UnknownProofFormat: Error, Sendable, Hashable {
  public let format: String
  public let version: Int
}
