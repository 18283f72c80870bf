/// Why nothing costs less than some bound: of the whole model, or of one of the blocks it is divided into. In a block,
/// groups, options and resources are numbered among those of the block, in the order of the whole.
public indirect enum ProofPart: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case multipliers, tree, blocks
  }

  /// By resource, in 1/65536 micropoints per quantum.
  case multipliers(NumberedValues)
  case tree(ProofTree)
  case blocks(ProofBlocks)

  public var kind: Kind {
    switch self {
    case .multipliers: .multipliers
    case .tree: .tree
    case .blocks: .blocks
    }
  }

  /// Cuts of all trees together.
  public var cutCount: Int {
    switch self {
    case .multipliers: 0
    case .tree(let tree): tree.cuts.count
    case .blocks(let division): division.blocks.reduce(0) { $0 + $1.cutCount }
    }
  }

  /// Leaves of all trees together; multipliers alone are one case.
  public var caseCount: Int {
    switch self {
    case .multipliers: 1
    case .tree(let tree): tree.nodes.reduce(0) { $0 + ($1.isLeaf ? 1 : 0) }
    case .blocks(let division): division.blocks.reduce(0) { $0 + $1.caseCount }
    }
  }

  /// Blocks that are not divided further.
  public var blockCount: Int {
    guard case .blocks(let division) = self else { return 1 }
    return division.blocks.reduce(0) { $0 + $1.blockCount }
  }
}
