/// How much a search has done.
public struct SearchCounts: Sendable, Hashable, Codable {
  /// Blocks of accounts solved together, all others fixed.
  public var blocks: Int64
  /// Steps of local search, tried or accepted.
  public var moves: Int64
  /// Branch-and-bound nodes.
  public var nodes: Int64

  public init(blocks: Int64 = 0, moves: Int64 = 0, nodes: Int64 = 0) {
    self.blocks = blocks
    self.moves = moves
    self.nodes = nodes
  }
}
