/// A node of a tree of cases.
public enum ProofNode: Sendable, Hashable {
  /// Numbers of a split and of the nodes for "at most the threshold" and "more".
  case inner(split: Int32, below: Int32, above: Int32)
  case leaf(ProofLeaf)

  var isLeaf: Bool {
    if case .leaf = self { return true }
    return false
  }
}

extension ProofNode: Decodable {
  private enum CodingKeys: String, CodingKey { case split, below, above }

  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    guard object.contains(.split) else {
      self = .leaf(try ProofLeaf(from: decoder))
      return
    }
    self = .inner(
      split: try object.decode(Int32.self, forKey: .split), below: try object.decode(Int32.self, forKey: .below),
      above: try object.decode(Int32.self, forKey: .above))
  }
}
