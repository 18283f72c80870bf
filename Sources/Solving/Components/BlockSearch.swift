import OptionModel
import Synchronization

/// What is known about one block: the best choices, and the best bound with its proof. Shared between threads.
///
/// All objectives are those of the block's own model.
final class BlockSearch: Sendable {
  private struct Content: Sendable {
    var selection: Selection
    var objective: Int64
    var bound: Int64
    var proof: BoundProof
    /// Of the tree that is running.
    var claimed: Int64?
    var running: ProofInProgress?
  }

  let block: DivisionBlock
  private let content: Mutex<Content>
  private let lagrangian: Lagrangian
  private let grid: ObjectiveGrid

  /// `nil` where the whole selection has an option that is not open, or breaks a limit.
  init?(_ block: DivisionBlock, whole: Selection) {
    guard let part = block.part(of: whole), block.model.violations(of: part).isEmpty else { return nil }
    let permitted = zip(block.model.resources, block.model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    guard permitted.count == block.model.resourceCount else { return nil }
    self.block = block
    lagrangian = Lagrangian(block.model, multipliers: block.multipliers, permitted: permitted)
    grid = ObjectiveGrid(block.model)
    content = Mutex(
      Content(
        selection: part, objective: block.model.objective(of: part), bound: lagrangian.bound,
        proof: .multipliers(block.multipliers)))
    offer(block.cheapest)
  }

  var selection: Selection { content.withLock { $0.selection } }
  var objective: Int64 { content.withLock { $0.objective } }
  var bound: Int64 { content.withLock { max($0.bound, $0.claimed ?? .min) } }
  /// In micropoints; nothing is left to be done at 0.
  var gap: Int64 { max(0, objective - bound) }

  /// The best proof so far; that of a running tree is complete at every moment.
  var proof: BoundProof {
    let content = content.withLock { $0 }
    guard content.claimed ?? .min > content.bound, let tree = content.running?.current else { return content.proof }
    return .tree(tree)
  }

  var openCount: Int {
    let fixing = fixing
    return (0..<block.model.optionCount).count { fixing.isOpen($0) }
  }

  /// Which options can still be part of a better selection.
  var fixing: OptionFixing {
    OptionFixing(lagrangian, cutoff: grid.cutoff(below: objective), optionCount: block.model.optionCount)
  }

  /// Keeps a selection that is better and feasible; tells whether it was.
  @discardableResult
  func offer(_ selection: Selection) -> Bool {
    guard block.model.violations(of: selection).isEmpty else { return false }
    let objective = block.model.objective(of: selection)
    return content.withLock { content in
      guard objective < content.objective else { return false }
      (content.selection, content.objective) = (selection, objective)
      return true
    }
  }

  /// A tree begins.
  func begin(_ proof: ProofInProgress) { content.withLock { ($0.running, $0.claimed) = (proof, nil) } }

  /// What the running tree claims, which reaches only as far as the cutoff of its fixing.
  func raise(bound: Int64, fixing: OptionFixing) {
    let bound = min(bound, grid.roundedUp(fixing.cutoff))
    content.withLock { $0.claimed = max($0.claimed ?? .min, bound) }
  }

  /// Keeps what the tree has shown.
  func end(_ outcome: TreeSearchOutcome, fixing: OptionFixing) {
    if let selection = outcome.selection { offer(selection) }
    let isOptimal = outcome.status == .optimal
    if let bound = isOptimal ? objective : outcome.bound { raise(bound: bound, fixing: fixing) }
    content.withLock { content in
      if let claimed = content.claimed, claimed > content.bound {
        content.bound = claimed
        content.proof = content.running?.current.map { .tree($0) } ?? Self.settled(block.model, fixing)
      }
      (content.claimed, content.running) = (nil, nil)
    }
  }

  /// For a tree that had nothing to choose: what the fixing leaves open is no better than its cutoff, by the slopes of
  /// the prices at its loads.
  private static func settled(_ model: OptionModel, _ fixing: OptionFixing) -> BoundProof {
    let choice = (0..<model.groupCount).compactMap { model.options(ofGroup: $0).first(where: fixing.isOpen) }
    var slopes = fixing.multipliers.values
    if choice.count == model.groupCount {
      let loads = model.loads(of: Selection(choice.map { Int32($0) }))
      slopes = zip(model.resources, loads).map { Int64(clamping: Int128($0.slope(at: $1)) * Int128(Multipliers.scale)) }
    }
    let leaf = TreeProof.Leaf(resources: slopes)
    return .tree(TreeProof(cutoff: fixing.cutoff, fixing: fixing.multipliers, nodes: [.leaf(leaf)]))
  }
}

extension Resource {
  /// Of the price to the right of a load, in micropoints per quantum.
  fileprivate func slope(at load: Int64) -> Int64 { charge(at: load + 1) - charge(at: load) }
}
