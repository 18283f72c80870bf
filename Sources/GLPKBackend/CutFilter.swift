/// Makes cuts safe for floating point, and refuses those that cannot be.
///
/// Exactly one option of a group is chosen, so the same number may be taken off the coefficients of all its options
/// and off the right side: with the most frequent number most coefficients vanish.
struct CutFilter {
  /// Largest over smallest coefficient; beyond, the tolerances of the simplex method decide what the cut says.
  static let largestRatio = 1e6
  private static let smallestDepth = 1e-5
  /// Taken off every right side, relative to the sizes in the cut.
  private static let slack = 1e-7

  /// First and one past the last option column of each group.
  let groups: [Range<Int>]
  let uppers: [Double]
  let largestSupport: Int

  init(_ formulation: Formulation, factors: [Double]) {
    var starts: [Int] = []
    var options = 0
    for (index, column) in formulation.columns.enumerated() {
      guard case .option = column.meaning else { break }
      let group = Int(formulation.entryRows[formulation.entries(ofColumn: index).lowerBound])
      if group == starts.count { starts.append(index) }
      options = index + 1
    }
    groups = zip(starts, starts.dropFirst() + [options]).map { $0..<$1 }
    uppers = formulation.columns.indices.map { index in
      let column = formulation.columns[index]
      if case .option = column.meaning { return 1 }
      let row = Int(formulation.entryRows[formulation.entries(ofColumn: index).lowerBound])
      return Double(column.upper) * factors[row]
    }
    largestSupport = 200 + formulation.columns.count / 3
  }

  /// The cut `sum of coefficients * columns >= lower`, cleaned, or `nil`. Zeroes `coefficients`.
  func cut(from coefficients: inout [Double], lower: Double, point: [Double]) -> Cut? {
    defer { for column in coefficients.indices { coefficients[column] = 0 } }
    var lower = lower
    for group in groups { shift(group, of: &coefficients, lower: &lower) }
    let largest = coefficients.reduce(0) { max($0, $1.magnitude) }
    guard largest.isFinite, largest > 1e-9, lower.isFinite else { return nil }
    var columns: [Int32] = []
    var values: [Double] = []
    for (column, value) in coefficients.enumerated() where value != 0 {
      if value.magnitude * Self.largestRatio < largest {
        // Taken away at its largest possible worth.
        lower -= max(0, value) * uppers[column]
      } else {
        columns.append(Int32(column))
        values.append(value / largest)
      }
    }
    guard columns.count <= largestSupport else { return nil }
    let size = zip(columns, values).reduce(lower.magnitude / largest) { max($0, $1.1.magnitude * point[Int($1.0)]) }
    let cut = Cut(columns: columns, values: values, lower: lower / largest - Self.slack * (1 + size))
    return cut.depth(at: point) > Self.smallestDepth ? cut : nil
  }

  private func shift(_ group: Range<Int>, of coefficients: inout [Double], lower: inout Double) {
    let sorted = coefficients[group].sorted()
    var (common, count, best) = (0.0, 0, 0)
    for (index, value) in sorted.enumerated() {
      count = index > 0 && (value - sorted[index - 1]).magnitude <= 1e-11 ? count + 1 : 1
      if count > best || (count == best && value.magnitude < common.magnitude) { (common, best) = (value, count) }
    }
    guard common != 0 else { return }
    lower -= common
    for column in group {
      coefficients[column] -= common
      if coefficients[column].magnitude <= 1e-11 { coefficients[column] = 0 }
    }
  }
}
