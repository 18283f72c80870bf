/// A division into blocks whose bounds add up.
public struct ProofBlocks: Sendable, Hashable, Decodable {
  /// By resource: what is paid for it between blocks, in whole micropoints per quantum.
  public var prices: NumberedValues
  /// By resource: the number of its block, or -1.
  public var blockOfResource: [Int32]
  /// By group.
  public var blockOfGroup: [Int32]
  public var blocks: [ProofPart]

  public init(prices: NumberedValues, blockOfResource: [Int32], blockOfGroup: [Int32], blocks: [ProofPart]) {
    self.prices = prices
    self.blockOfResource = blockOfResource
    self.blockOfGroup = blockOfGroup
    self.blocks = blocks
  }
}
