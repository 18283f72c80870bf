import OptionModel

/// A cut in exact integers with its derivation, and the row of floating-point numbers that stands for it in the
/// relaxation: about `scale` times the cut, less `shifts` times the rows of groups.
struct ProvenCut: Sendable {
  let derivation: RoundingCut
  /// Option columns with their coefficients.
  let columns: [Int32]
  let coefficients: [Int64]
  /// Places of intervals in the formulation, with their coefficients for `s`.
  let intervals: [Int32]
  let heights: [Int64]
  let right: Int64
  let row: Cut
  let scale: Double
  let shifts: [GroupShift]

  /// What was taken off every coefficient of a group, and off the right side.
  struct GroupShift: Sendable {
    let row: Int32
    let amount: Int64
  }
}

/// An integer combination of the rows of a relaxation and of earlier cuts.
struct RowCombination {
  /// By row number, groups first.
  var rows: [(row: Int, multiplier: Int64)] = []
  /// By place among the cuts.
  var cuts: [(cut: Int, multiplier: Int64)] = []
}
