/// Turns exact cuts into rows that are safe for floating point, and refuses those that cannot be.
///
/// Exactly one option of a group is chosen, so the same number may be taken off the coefficients of all its options
/// and off the right side: with the most frequent number most coefficients vanish.
struct CutFilter {
  /// Largest over smallest coefficient; beyond, the tolerances of the simplex method decide what the cut says.
  static let largestRatio = 1e6
  private static let smallestDepth = 1e-5
  /// Added to every right side, relative to the sizes in the cut.
  private static let slack = 1e-8
  /// Coefficients that rounding moved apart count as the same.
  private static let sameness: Int64 = 2

  let formulation: TreeFormulation
  let largestSupport: Int

  init(_ formulation: TreeFormulation) {
    self.formulation = formulation
    largestSupport = 200 + formulation.columnCount / 3
  }

  /// The cut with its row, or `nil` when the row would be useless.
  func prove(_ exact: ExactCut, point: [Double]) -> ProvenCut? {
    var values = exact.coefficients.map { Double($0) }
    var upper = Double(exact.right)
    var shifts: [ProvenCut.GroupShift] = []
    for (row, columns) in formulation.groupColumns.enumerated() {
      let common = commonest(exact.coefficients[columns])
      guard common != 0 else { continue }
      shifts.append(ProvenCut.GroupShift(row: Int32(row), amount: common))
      upper -= Double(common)
      for column in columns { values[column] -= Double(common) }
    }
    addIntervals(exact, to: &values, &upper)
    guard let (row, scale) = row(values, upper: upper, point: point) else { return nil }
    let columns = exact.coefficients.indices.filter { exact.coefficients[$0] != 0 }
    let intervals = exact.heights.indices.filter { exact.heights[$0] != 0 }
    return ProvenCut(
      derivation: exact.derivation, columns: columns.map { Int32($0) },
      coefficients: columns.map { exact.coefficients[$0] }, intervals: intervals.map { Int32($0) },
      heights: intervals.map { exact.heights[$0] }, right: exact.right, row: row, scale: scale, shifts: shifts)
  }

  private func addIntervals(_ exact: ExactCut, to values: inout [Double], _ upper: inout Double) {
    for (index, interval) in formulation.intervals.enumerated() {
      let height = Double(exact.heights[index])
      values.append((interval.isReversed ? -height : height) / formulation.factors[interval.row])
      if interval.isReversed { upper -= height * Double(interval.width) }
    }
  }

  /// The row, scaled to a largest coefficient of one, without what is tiny: a coefficient below zero taken away at its
  /// largest possible worth, one above zero for nothing.
  private func row(_ values: [Double], upper: Double, point: [Double]) -> (Cut, scale: Double)? {
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    guard largest.isFinite, largest > 0, upper.isFinite else { return nil }
    var upper = upper / largest
    var columns: [Int32] = []
    var kept: [Double] = []
    for (column, value) in values.enumerated() where value != 0 {
      if value.magnitude * Self.largestRatio < largest {
        upper += max(0, -value) / largest * width(ofColumn: column)
      } else {
        columns.append(Int32(column))
        kept.append(value / largest)
      }
    }
    guard columns.count <= largestSupport else { return nil }
    let size = zip(columns, kept).reduce(upper.magnitude) { max($0, $1.1.magnitude * point[Int($1.0)]) }
    let cut = Cut(columns: columns, values: kept, upper: upper + Self.slack * (1 + size))
    return cut.depth(at: point) > Self.smallestDepth ? (cut, 1 / largest) : nil
  }

  private func width(ofColumn column: Int) -> Double {
    guard column >= formulation.optionColumns else { return 1 }
    let interval = formulation.intervals[column - formulation.optionColumns]
    return Double(interval.width) * formulation.factors[interval.row]
  }

  /// The most frequent number, the smallest of several.
  private func commonest(_ coefficients: ArraySlice<Int64>) -> Int64 {
    guard coefficients.contains(where: { $0 != 0 }) else { return 0 }
    let sorted = coefficients.sorted()
    var (common, count, best): (Int64, Int, Int) = (0, 0, 0)
    for (index, value) in sorted.enumerated() {
      count = index > 0 && value - sorted[index - 1] <= Self.sameness ? count + 1 : 1
      if count > best || (count == best && value.magnitude < common.magnitude) { (common, best) = (value, count) }
    }
    return common.magnitude <= UInt64(Self.sameness) ? 0 : common
  }
}
