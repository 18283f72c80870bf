/// Why nothing costs less than some bound: of the whole model, or of one of the blocks it is divided into. In a block,
/// groups, options and resources are numbered among those of the block, in the order of the whole; in a reduction, options
/// among those left.
public indirect enum ProofPart: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case multipliers, tree, blocks, reduced
  }

  /// By resource, in 1/65536 micropoints per quantum.
  case multipliers(NumberedValues)
  case tree(ProofTree)
  case blocks(ProofBlocks)
  case reduced(ProofReduced)

  public var kind: Kind {
    switch self {
    case .multipliers: .multipliers
    case .tree: .tree
    case .blocks: .blocks
    case .reduced: .reduced
    }
  }

  /// Cuts of all trees together.
  public var cutCount: Int {
    switch self {
    case .multipliers: 0
    case .tree(let tree): tree.cuts.count
    case .blocks(let division): division.blocks.reduce(0) { $0 + $1.cutCount }
    case .reduced(let reduced): reduced.proof.cutCount
    }
  }

  /// Leaves of all trees together; multipliers alone are one case.
  public var caseCount: Int {
    switch self {
    case .multipliers: 1
    case .tree(let tree): tree.nodes.reduce(0) { $0 + ($1.isLeaf ? 1 : 0) }
    case .blocks(let division): division.blocks.reduce(0) { $0 + $1.caseCount }
    case .reduced(let reduced): reduced.proof.caseCount
    }
  }

  /// Blocks that are not divided further.
  public var blockCount: Int {
    switch self {
    case .multipliers, .tree: 1
    case .blocks(let division): division.blocks.reduce(0) { $0 + $1.blockCount }
    case .reduced(let reduced): reduced.proof.blockCount
    }
  }
}
