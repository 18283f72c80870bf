import CGLPK

/// Gomory mixed-integer cuts from the rows of the optimal simplex tableau (Gomory 1960), each as the rounding of the
/// combination of rows that makes its tableau row: so that it can be recomputed in exact integers.
struct GomoryCuts {
  /// How far a basic value must be from whole numbers.
  private static let smallestFraction = 0.01
  /// Multipliers of rows in fixed point; also the divisor.
  private static let one = 0x1p48
  /// Multipliers below count as zero.
  private static let noise = 1e-11

  private let problem: OpaquePointer
  private let formulation: TreeFormulation
  /// The cuts behind the rows after those of the formulation, by place in the pool.
  private let active: [Int]
  private let pool: [ProvenCut]
  private let rowCount: Int

  init(_ problem: OpaquePointer, _ formulation: TreeFormulation, active: [Int], pool: [ProvenCut]) {
    self.problem = problem
    self.formulation = formulation
    self.active = active
    self.pool = pool
    rowCount = formulation.rowCount + active.count
  }

  static var divisor: Int64 { Int64(one) }

  /// Basic option columns with a fractional value.
  func fractionalColumns(at point: [Double]) -> [Int] {
    (0..<formulation.optionColumns).filter { column in
      let fraction = point[column] - point[column].rounded(.down)
      return fraction > Self.smallestFraction && fraction < 1 - Self.smallestFraction
        && glp_get_col_stat(problem, Int32(column + 1)) == GLP_BS
    }
  }

  /// Columns that stand at their upper bound, intervals by `s`.
  func complemented(at point: [Double]) -> [Bool] {
    (0..<formulation.columnCount).map { column in
      let status = glp_get_col_stat(problem, Int32(column + 1))
      guard column >= formulation.optionColumns else { return status == GLP_NU }
      let interval = formulation.intervals[column - formulation.optionColumns]
      let width = Double(interval.width) * formulation.factors[interval.row]
      let isHigh = status == GLP_NU || (status == GLP_BS && point[column] > width / 2)
      return isHigh != interval.isReversed
    }
  }

  /// The rows whose combination has coefficient one for this basic column and zero for all other basic ones.
  func combination(forColumn column: Int) -> RowCombination? {
    guard glp_bf_exists(problem) != 0 else { return nil }
    let place = Int(glp_get_col_bind(problem, Int32(column + 1)))
    guard place > 0 else { return nil }
    var weights = [Double](repeating: 0, count: rowCount + 1)
    weights[place] = 1
    glp_btran(problem, &weights)
    for row in weights.indices where weights[row].magnitude < Self.noise { weights[row] = 0 }
    var groups = [Double](repeating: 0, count: formulation.groupRows)
    for row in groups.indices { groups[row] = -weights[row + 1] * Self.one }
    var result = RowCombination()
    var shifted: [Int: Int64] = [:]
    for (index, cut) in active.enumerated() {
      let proven = pool[cut]
      let weight = -weights[formulation.rowCount + index + 1] * proven.scale * Self.one
      guard let multiplier = Self.whole(weight), multiplier != 0 else { continue }
      result.cuts.append((cut, multiplier))
      for shift in proven.shifts {
        let (product, overflow) = shift.amount.multipliedReportingOverflow(by: multiplier)
        guard !overflow, product.magnitude < 1 << 60 else { return nil }
        shifted[Int(shift.row), default: 0] -= product
      }
    }
    for row in groups.indices {
      guard let multiplier = Self.whole(groups[row]) else { return nil }
      let total = multiplier + shifted[row, default: 0]
      if total != 0 { result.rows.append((row, total)) }
    }
    for row in formulation.resources.indices {
      let weight = -weights[formulation.groupRows + row + 1] * formulation.factors[row] * Self.one
      guard let multiplier = Self.whole(weight) else { return nil }
      if multiplier != 0 { result.rows.append((formulation.groupRows + row, multiplier)) }
    }
    return result
  }

  private static func whole(_ value: Double) -> Int64? {
    value.magnitude < 0x1p60 ? Int64(value.rounded()) : nil
  }
}
