import CGLPK

/// Gomory mixed-integer cuts from the rows of the optimal simplex tableau (Gomory 1960; in terms of the distances of
/// the non-basic variables from their bounds).
struct GomoryCuts {
  /// How far a basic value must be from whole numbers.
  private static let smallestFraction = 0.01

  private let problem: OpaquePointer
  private let rowCount: Int
  private let columnCount: Int
  /// Rows whose activity is whole at every selection.
  private let wholeRows: [Bool]
  private var indices: [Int32]
  private var values: [Double]

  init(_ problem: OpaquePointer, wholeRows: [Bool]) {
    self.problem = problem
    self.wholeRows = wholeRows
    rowCount = Int(glp_get_num_rows(problem))
    columnCount = Int(glp_get_num_cols(problem))
    indices = Array(repeating: 0, count: rowCount + columnCount + 1)
    values = Array(repeating: 0, count: rowCount + columnCount + 1)
  }

  /// Basic option columns with a fractional value.
  func fractionalColumns(at point: [Double]) -> [Int] {
    (0..<columnCount).filter { column in
      let fraction = point[column] - point[column].rounded(.down)
      return fraction > Self.smallestFraction && fraction < 1 - Self.smallestFraction
        && glp_get_col_kind(problem, Int32(column + 1)) != GLP_CV
        && glp_get_col_stat(problem, Int32(column + 1)) == GLP_BS
    }
  }

  /// Adds the cut of a basic column to zeroed coefficients and returns its right side; `nil` when there is none.
  mutating func derive(column: Int, value: Double, into coefficients: inout [Double]) -> Double? {
    let fraction = value - value.rounded(.down)
    let count = Int(glp_eval_tab_row(problem, Int32(rowCount + column + 1), &indices, &values))
    var lower = fraction
    for entry in 1...max(1, count) where entry <= count {
      let variable = Variable(problem, Int(indices[entry]), rowCount: rowCount, wholeRows: wholeRows)
      guard !variable.isFixed, values[entry].magnitude > 1e-12 else { continue }
      guard let bound = variable.bound else { return nil }
      // The tableau says basic = constant + sum of values * others; the cut wants the others on the left.
      let coefficient = variable.isAtUpper ? values[entry] : -values[entry]
      let weight = Self.weight(coefficient, fraction: fraction, isWhole: variable.isWhole)
      guard weight != 0 else { continue }
      let signed = variable.isAtUpper ? -weight : weight
      lower += signed * bound
      add(signed, times: Int(indices[entry]), to: &coefficients)
    }
    return lower
  }

  private static func weight(_ coefficient: Double, fraction: Double, isWhole: Bool) -> Double {
    if isWhole {
      let part = coefficient - coefficient.rounded(.down)
      // Noise around a whole number must not become a coefficient of one.
      if part < 1e-9 || part > 1 - 1e-9 { return 0 }
      return part <= fraction ? part : fraction * (1 - part) / (1 - fraction)
    }
    return coefficient > 0 ? coefficient : -coefficient * fraction / (1 - fraction)
  }

  /// A row's auxiliary variable is its activity, so it is replaced by its entries.
  private mutating func add(_ weight: Double, times variable: Int, to coefficients: inout [Double]) {
    guard variable <= rowCount else {
      coefficients[variable - rowCount - 1] += weight
      return
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: columnCount + 1) { columns in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: columnCount + 1) { entries in
        let count = Int(glp_get_mat_row(problem, Int32(variable), columns.baseAddress, entries.baseAddress))
        for entry in 0..<count { coefficients[Int(columns[entry + 1]) - 1] += weight * entries[entry + 1] }
      }
    }
  }

  /// A non-basic variable: where it stands and what it may be.
  private struct Variable {
    let isFixed: Bool
    let isAtUpper: Bool
    let isWhole: Bool
    let bound: Double?

    init(_ problem: OpaquePointer, _ index: Int, rowCount: Int, wholeRows: [Bool]) {
      let number = Int32(index <= rowCount ? index : index - rowCount)
      let isRow = index <= rowCount
      let status = isRow ? glp_get_row_stat(problem, number) : glp_get_col_stat(problem, number)
      isFixed = status == GLP_NS
      isAtUpper = status == GLP_NU
      isWhole =
        isRow ? index <= wholeRows.count && wholeRows[index - 1] : glp_get_col_kind(problem, number) != GLP_CV
      switch status {
      case GLP_NL: bound = isRow ? glp_get_row_lb(problem, number) : glp_get_col_lb(problem, number)
      case GLP_NU: bound = isRow ? glp_get_row_ub(problem, number) : glp_get_col_ub(problem, number)
      default: bound = nil
      }
    }
  }
}
