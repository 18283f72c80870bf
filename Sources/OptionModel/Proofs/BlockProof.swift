/// A division of a model into blocks whose bounds add up (Lagrangian decomposition: M. Guignard and S. Kim,
/// Mathematical Programming 39, 1987, pages 215-228, with the multipliers of copies set to price times amount).
///
/// Every group has a home block. A resource belongs to one block, or to none: then it is priced away. The model of block
/// `b` has the groups whose home is `b` and the resources of `b`, both in the order of the whole model, and:
///
/// * The cost of an option is its cost plus `prices[r] * a_or` for every resource `r` that does not belong to `b`; the
///   least over its group is taken off and added to the constant of the block.
/// * What groups of other homes take from resource `r` of `b` is free to choose, at its price: let `T_min...T_max` be the
///   sums of their smallest and largest consumptions of `r` (zero takes part unless every option of the group mentions
///   `r`). With `p` the price over the permitted loads `low...high` of the whole model, the price of a load of the block's own
///   is the infimal convolution of `p` with `prices[r] * z` for `z` in `-T_max ... -T_min`: it begins at
///   `low - T_max` with `p(low) - prices[r] * T_max`, and its intervals are those of `p` and one of slope `prices[r]` and
///   width `T_max - T_min`, in rising order of slope. Its ends are hard limits; its least value is in the constant.
///
/// The bound of the whole is the constant of the model, plus for every resource of no block the least of
/// `p(y) - prices[r] y` over its permitted loads, plus the bounds that the proofs of the blocks show. Cutoffs in a block
/// are in terms of its own objective, with its constant.
package struct BlockProof: Sendable, Hashable, Codable {
  /// One per resource, in whole micropoints per quantum.
  package var prices: [Int64]
  /// The block of each resource, or -1.
  package var blockOfResource: [Int32]
  package var blockOfGroup: [Int32]
  /// One per block, of the block's own model.
  package var proofs: [BoundProof]

  package init(prices: [Int64], blockOfResource: [Int32], blockOfGroup: [Int32], proofs: [BoundProof]) {
    self.prices = prices
    self.blockOfResource = blockOfResource
    self.blockOfGroup = blockOfGroup
    self.proofs = proofs
  }
}
