extension ProofPart: Decodable {
  /// Blocks within blocks beyond this are no proof that anybody writes.
  private static let depthLimit = 64

  private enum CodingKeys: String, CodingKey { case kind, multipliers }

  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    guard decoder.codingPath.count < ProofPart.depthLimit else {
      throw DecodingError.dataCorruptedError(forKey: .kind, in: object, debugDescription: "blocks within blocks")
    }
    switch try object.decode(Kind.self, forKey: .kind) {
    case .multipliers: self = .multipliers(try object.decode(NumberedValues.self, forKey: .multipliers))
    case .tree: self = .tree(try ProofTree(from: decoder))
    case .blocks: self = .blocks(try ProofBlocks(from: decoder))
    case .reduced: self = .reduced(try ProofReduced(from: decoder))
    }
  }
}
