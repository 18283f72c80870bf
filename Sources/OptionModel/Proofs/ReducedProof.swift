/// A proof of a model from which options were taken away that no feasible selection has.
///
/// An option is *impossible* when for some resource with a hard limit its consumption, added to the least (for a lower
/// limit: the most) of every other group, lies beyond the limit; the least and the most are over the options left, and 0
/// takes part where an option does not mention the resource. Options are ruled out one after the other: what was ruled out
/// before is left out of the least and the most of the others (activity bounds; M. W. P. Savelsbergh, "Preprocessing and
/// probing techniques for mixed integer programming problems", ORSA Journal on Computing 6, 1994, pages 445-454).
///
/// The model that remains has the same groups and resources, and the other options in the same order.
package struct ReducedProof: Sendable, Hashable, Codable {
  /// Ascending; every group keeps an option.
  package var impossible: [Int32]
  /// Of the model that remains, with its numbers of options.
  package var proof: BoundProof

  package init(impossible: [Int32], proof: BoundProof) {
    self.impossible = impossible
    self.proof = proof
  }
}
