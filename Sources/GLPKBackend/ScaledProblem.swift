import CGLPK
import OptionModel

/// A formulation loaded into GLPK in floating point: rows scaled by powers of two so that coefficients stay below
/// `largestCoefficient`, costs in points.
///
/// GLPK's integer tolerance times a large coefficient is a real violation (a cap of 2,000,013 was passed by 8), so
/// large quanta are scaled down. Powers of two leave every number exact.
enum ScaledProblem {
  static let largestCoefficient = 4096.0
  static let micropointsPerPoint = 1e6

  /// Row factors, each a power of two at most one.
  static func rowFactors(of formulation: Formulation) -> [Double] {
    var largest = [Double](repeating: 1, count: formulation.rows.count)
    for column in formulation.columns.indices {
      guard case .option = formulation.columns[column].meaning else { continue }
      for entry in formulation.entries(ofColumn: column) {
        let row = Int(formulation.entryRows[entry])
        largest[row] = max(largest[row], Double(formulation.entryValues[entry].magnitude))
      }
    }
    return largest.map { factor(forLargest: $0) }
  }

  static func factor(forLargest magnitude: Double) -> Double {
    var factor = 1.0
    while magnitude * factor > largestCoefficient { factor /= 2 }
    return factor
  }

  /// Fills an empty problem. O(entries).
  static func load(
    _ formulation: Formulation, factors: [Double], into problem: inout GLPKProblem
  ) throws(GLPKError) {
    guard !formulation.columns.isEmpty else { throw .noColumns }
    try problem.addRows(formulation.rows.count)
    try problem.addColumns(formulation.columns.count)
    try problem.setConstant(Double(formulation.constant) / micropointsPerPoint)
    for (row, content) in formulation.rows.enumerated() {
      try problem.setRowBounds(
        row, lower: content.lower.map { Double($0) * factors[row] },
        upper: content.upper.map { Double($0) * factors[row] })
    }
    for column in formulation.columns.indices {
      try loadColumn(column, of: formulation, factors: factors, into: problem)
    }
  }

  private static func loadColumn(
    _ index: Int, of formulation: Formulation, factors: [Double], into problem: borrowing GLPKProblem
  ) throws(GLPKError) {
    let column = formulation.columns[index]
    let entries = formulation.entries(ofColumn: index)
    let rows = entries.map { Int(formulation.entryRows[$0]) }
    // An interval is measured in the scaled unit of its row, so its coefficient stays plus or minus one.
    let isOption = if case .option = column.meaning { true } else { false }
    let unit = isOption ? 1 : factors[rows[0]]
    let values = entries.map { entry in
      Double(formulation.entryValues[entry]) * factors[Int(formulation.entryRows[entry])] / unit
    }
    try problem.setEntries(ofColumn: index, rows: rows, values: values)
    try problem.setColumnBounds(index, lower: 0, upper: Double(column.upper) * unit)
    try problem.setCost(index, Double(column.cost) / unit / micropointsPerPoint)
    if isOption { try problem.setInteger(index) }
  }
}
