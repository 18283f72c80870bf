/// A proof of a model from which options were taken away that no feasible selection has, or none below a cutoff.
///
/// An option is *impossible* when for some resource with a hard limit its consumption, added to the least (for a lower
/// limit: the most) of every other group, lies beyond the limit; the least and the most are over the options left, and 0
/// takes part where an option does not mention the resource. Options are ruled out one after the other: what was ruled out
/// before is left out of the least and the most of the others (activity bounds; M. W. P. Savelsbergh, "Preprocessing and
/// probing techniques for mixed integer programming problems", ORSA Journal on Computing 6, 1994, pages 445-454).
///
/// Where there is a `fixing`, options that it rules out may be taken away first; the proof then shows no more than its
/// cutoff.
///
/// The model that remains has the same groups and resources, and the other options in the same order.
package struct ReducedProof: Sendable, Hashable, Codable {
  /// Ascending; every group keeps an option.
  package var impossible: [Int32]
  package var fixing: Fixing?
  /// Of the model that remains, with its numbers of options.
  package var proof: BoundProof

  package init(impossible: [Int32], fixing: Fixing? = nil, proof: BoundProof) {
    self.impossible = impossible
    self.fixing = fixing
    self.proof = proof
  }

  /// Multipliers whose exact Lagrangian bound, with an option forced into its group and rounded up to a whole micropoint,
  /// reaches the cutoff for some options: these are in no cheaper selection.
  package struct Fixing: Sendable, Hashable, Codable {
    /// In micropoints.
    package var cutoff: Int64
    package var multipliers: Multipliers

    package init(cutoff: Int64, multipliers: Multipliers) {
      self.cutoff = cutoff
      self.multipliers = multipliers
    }
  }
}
