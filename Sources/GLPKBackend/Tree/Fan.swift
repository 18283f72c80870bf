import OptionModel

/// A way to branch on a group: one child for every option that is still open, and that option alone open in it.
///
/// Where a relaxation cuts one group into pieces because it fits nowhere as a whole, forbidding one option, or half of
/// them, only moves the pieces. A fan says at once what each place costs.
struct Fan {
  /// What a few steps of simplex said about a child.
  struct Child {
    let column: Int
    /// In points; infinite where nothing in the child is of use.
    let bound: Double
    /// What shows the bound, if the numbers allow to say it.
    let leaf: TreeProof.Leaf?
  }

  let children: [Child]

  /// The product of the two smallest gains above `value`, as for the two children of a split; a child without use gains
  /// `most`.
  func score(above value: Double, most: Double) -> Double {
    gains(above: value, most: most).sorted().prefix(2).reduce(1) { $0 * max(1e-6, $1) }
  }

  /// How far the worst child is above `value`.
  func leastGain(above value: Double, most: Double) -> Double { gains(above: value, most: most).min() ?? 0 }

  private func gains(above value: Double, most: Double) -> [Double] { children.map { min(most, $0.bound - value) } }
}
