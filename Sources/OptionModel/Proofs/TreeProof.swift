/// A tree of cases that together cover every selection cheaper than a cutoff, with multipliers for each leaf.
///
/// Variables: `x_o` is 1 when option `o` is chosen, else 0. A resource's load is `low_r + sum_k s_rk`, where `s_rk`
/// runs from 0 to the width of interval `k` of its `PriceCurve` over the permitted loads (attainable loads inside the
/// hard limits, the smallest of which is `low_r`). Rows, all of them integers: `sum_o a_or x_o - sum_k s_rk = low_r`
/// for a resource; `sum_o x_o = 1` over the options of a group.
///
/// It proves the least of `cutoff`, of `refixingCutoff` where there is a refixing, and of the values of the leaves; or the
/// next value above that an objective can have: with `d` the greatest common divisor of the differences of costs within
/// groups and of the rates of prices, all objectives are a whole multiple of `d` away from the constant plus the costs of
/// the first options. With everything scaled by `Multipliers.scale * cutScale`, the value of a leaf with multipliers `lambda` (resources), `mu` (cuts) and `nu`
/// (splits on its way) is
/// `constant + sum_r (price_r(low_r) - lambda_r low_r) + sum_rk width_rk min(0, slope_rk - lambda_r + sum_c mu_c h_crk)`
/// `- sum_c mu_c right_c + sum_below nu (-k) + sum_above nu (k + 1)`
/// `+ sum_g min over open options o of (cost_o + sum_r lambda_r a_or + sum_c mu_c gamma_co + sum of nu, -nu of splits)`,
/// rounded up to a whole micropoint. A group without an open option proves the cutoff.
///
/// Not open are the options that `fixing` and `refixing` rule out, see there, and those that the splits on the way to
/// the leaf rule out: below a split with threshold 0 all its options; above a split whose threshold plus 1 is the number
/// of groups that its options belong to (whether open or not), the other options of these groups.
package struct TreeProof: Sendable, Hashable, Codable {
  /// In micropoints; selections that cost at least this much are of no interest.
  package var cutoff: Int64
  /// Multipliers whose exact Lagrangian bound, with an option forced into its group, reaches the cutoff for some
  /// options (rounded up to a whole micropoint): these are in no cheaper selection, and count as zero in every row, cut
  /// and leaf.
  package var fixing: Multipliers
  /// The same once more with cuts: options whose penalised cost lies so far above the least of its group that the value
  /// of this leaf (without splits, over what `fixing` leaves open), raised by the difference and rounded up, reaches the
  /// cutoff. They are not open in any leaf, but take part in cuts.
  package var refixing: Leaf?
  /// The cutoff that `refixing` is held against, which may be lower: then it bounds what the proof shows.
  package var refixingCutoff: Int64
  /// A cut may use those before it.
  package var cuts: [RoundingCut]
  package var splits: [Split]
  /// The first is the root; children come after their parents, and every node but the root is a child exactly once. A
  /// split is at most once on a way. Cuts and splits that no leaf uses must be well formed, too.
  package var nodes: [Node]

  package init(
    cutoff: Int64, fixing: Multipliers, refixing: Leaf? = nil, refixingCutoff: Int64? = nil, cuts: [RoundingCut] = [],
    splits: [Split] = [],
    nodes: [Node]
  ) {
    self.cutoff = cutoff
    self.fixing = fixing
    self.refixing = refixing
    self.refixingCutoff = refixingCutoff ?? cutoff
    self.cuts = cuts
    self.splits = splits
    self.nodes = nodes
  }

  /// A case distinction on how many of some options are chosen: at most `threshold`, or more.
  package struct Split: Sendable, Hashable, Codable {
    /// Strictly rising option numbers.
    package var options: [Int32]
    /// At least 0.
    package var threshold: Int32

    package init(options: [Int32], threshold: Int32) {
      self.options = options
      self.threshold = threshold
    }
  }

  package enum Node: Sendable, Hashable, Codable {
    /// Indices of a split and of the nodes for "at most the threshold" and "more".
    case inner(split: Int32, below: Int32, above: Int32)
    case leaf(Leaf)
  }

  /// Coefficients of cuts are large integers, so that their multipliers are finer by this factor: in
  /// `1 / (Multipliers.scale * cutScale)` micropoints per unit.
  package static let cutScale: Int64 = 1 << 20

  /// Multipliers of one leaf, in 1/65536 micropoints per unit; those of cuts finer, see `cutScale`.
  package struct Leaf: Sendable, Hashable, Codable {
    /// One per resource, of any sign.
    package var resources: [Int64]
    /// Of cuts, at least 0.
    package var cuts: [Term]
    /// Of splits on the way from the root, at least 0; the side is that of the way.
    package var splits: [Term]

    package init(resources: [Int64], cuts: [Term] = [], splits: [Term] = []) {
      self.resources = resources
      self.cuts = cuts
      self.splits = splits
    }
  }

  /// An index with a multiplier.
  package struct Term: Sendable, Hashable, Codable {
    package var index: Int32
    package var value: Int64

    package init(index: Int32, value: Int64) {
      self.index = index
      self.value = value
    }
  }
}
