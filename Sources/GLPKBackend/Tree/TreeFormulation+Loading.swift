import CGLPK
import OptionModel

extension TreeFormulation {
  /// Fills an empty problem: costs in points, rows of resources times their factors. O(entries).
  func load(into problem: inout GLPKProblem) throws(GLPKError) {
    guard columnCount > 0 else { throw .noColumns }
    try problem.addRows(rowCount)
    try problem.addColumns(columnCount)
    try problem.setConstant(Double(constant) / ScaledProblem.micropointsPerPoint)
    for row in 0..<groupRows { try problem.setRowBounds(row, lower: 1, upper: 1) }
    for (row, right) in rightSides.enumerated() {
      let scaled = Double(right) * factors[row]
      try problem.setRowBounds(groupRows + row, lower: scaled, upper: scaled)
    }
    for (column, option) in options.enumerated() {
      try problem.setColumnBounds(column, lower: 0, upper: 1)
      try problem.setCost(column, Double(model.cost(ofOption: Int(option))) / ScaledProblem.micropointsPerPoint)
    }
    for (index, interval) in intervals.enumerated() { try load(interval, at: optionColumns + index, into: problem) }
    try problem.loadEntries(entries)
  }

  private func load(_ interval: Interval, at column: Int, into problem: borrowing GLPKProblem) throws(GLPKError) {
    let factor = factors[interval.row]
    try problem.setColumnBounds(column, lower: 0, upper: Double(interval.width) * factor)
    let slope = Double(interval.isReversed ? -interval.slope : interval.slope)
    try problem.setCost(column, slope / factor / ScaledProblem.micropointsPerPoint)
  }

  /// All entries as triples; each pair of row and column once.
  private var entries: GLPKEntries {
    var found = GLPKEntries()
    for (row, columns) in groupColumns.enumerated() {
      for column in columns { found.add(row: row, column: column, value: 1) }
    }
    for row in resources.indices {
      for entry in entryStarts[row]..<entryStarts[row + 1] {
        found.add(
          row: groupRows + row, column: Int(entryColumns[entry]), value: Double(entryAmounts[entry]) * factors[row])
      }
    }
    for (index, interval) in intervals.enumerated() {
      found.add(row: groupRows + interval.row, column: optionColumns + index, value: interval.isReversed ? 1 : -1)
    }
    return found
  }
}

/// Entries of a matrix, as GLPK wants them: counted from one.
struct GLPKEntries {
  private(set) var rows: [Int32] = [0]
  private(set) var columns: [Int32] = [0]
  private(set) var values: [Double] = [0]

  var count: Int { rows.count - 1 }

  mutating func add(row: Int, column: Int, value: Double) {
    guard value != 0 else { return }
    rows.append(Int32(row + 1))
    columns.append(Int32(column + 1))
    values.append(value)
  }
}
