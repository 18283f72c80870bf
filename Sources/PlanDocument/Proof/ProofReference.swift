/// Where the proof of a certified bound is and what it is made of. A plan whose bound follows from its `multipliers`
/// has none.
public struct ProofReference: Sendable, Hashable, Codable {
  /// Its name, in the folder of the plan.
  public var file: String
  /// Of its bytes, in lower-case hexadecimal.
  public var sha256: String
  public var kind: ProofPart.Kind
  /// Of all blocks together.
  public var cuts: Int
  public var cases: Int
  public var blocks: Int

  public init(file: String, sha256: String, _ proof: ProofPart) {
    self.file = file
    self.sha256 = sha256
    kind = proof.kind
    cuts = proof.cutCount
    cases = proof.caseCount
    blocks = proof.blockCount
  }
}

extension ProofReference {
  /// `61 cuts and 255 cases`; what is there once goes without saying.
  public var contents: String {
    let parts = [ProofReference.count(cuts, "cut", from: 1), ProofReference.count(cases, "case", from: 2)]
      .compactMap { $0 }
    let all = parts.isEmpty ? "multipliers" : parts.joined(separator: " and ")
    return ProofReference.count(blocks, "block", from: 2).map { "\(all) in \($0)" } ?? all
  }

  private static func count(_ count: Int, _ noun: String, from least: Int) -> String? {
    guard count >= least else { return nil }
    return "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
