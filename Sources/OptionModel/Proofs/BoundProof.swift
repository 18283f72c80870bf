/// Why no feasible selection of an option model costs less than some bound: everything that a checker needs to
/// recompute the bound in exact integers, and nothing that it has to believe.
package indirect enum BoundProof: Sendable, Hashable, Codable {
  /// The Lagrangian bound of one vector of multipliers; see `Multipliers`.
  case multipliers(Multipliers)
  /// Cuts, and a tree whose leaves cover all cases.
  case tree(TreeProof)
  /// A division into blocks whose bounds add up.
  case blocks(BlockProof)
  /// A proof of the model without options that no feasible selection has, or none that is of interest.
  case reduced(ReducedProof)
}
