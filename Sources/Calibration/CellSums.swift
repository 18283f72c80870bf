/// Accounts by cell: how much weight, and their weighted minutes.
struct CellSums {
  var weights: [Double]
  var minutes: [Double]

  init(cells: Int) {
    weights = [Double](repeating: 0, count: cells)
    minutes = weights
  }

  mutating func add(_ minutes: Double, to cell: Int, weight: Double) {
    weights[cell] += weight
    self.minutes[cell] += weight * minutes
  }
}
