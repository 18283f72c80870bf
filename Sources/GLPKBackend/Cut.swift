/// A linear inequality `sum of values * columns <= upper` that every better selection satisfies, in scaled units.
struct Cut: Sendable {
  let columns: [Int32]
  let values: [Double]
  let upper: Double

  /// The distance by which a point lies outside; negative inside.
  func depth(at point: [Double]) -> Double {
    var activity = 0.0
    var squares = 0.0
    for (column, value) in zip(columns, values) {
      activity += value * point[Int(column)]
      squares += value * value
    }
    return (activity - upper) / squares.squareRoot()
  }

  /// The cosine of the angle between two cuts; `scratch` holds zeros, one per column, before and after.
  func cosine(with other: Cut, scratch: inout [Double]) -> Double {
    for (column, value) in zip(columns, values) { scratch[Int(column)] = value }
    var product = 0.0
    for (column, value) in zip(other.columns, other.values) { product += value * scratch[Int(column)] }
    for column in columns { scratch[Int(column)] = 0 }
    return product / (norm * other.norm)
  }

  private var norm: Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
