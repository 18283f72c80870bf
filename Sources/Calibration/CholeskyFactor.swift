/// A symmetric positive definite matrix with ones on its diagonal as LLᵀ.
struct CholeskyFactor {
  /// Below this a column is, but for rounding, a combination of those before it.
  static let dependent = 1e-9

  private let size: Int
  private var lower: [Double]

  /// `nil` where a column depends on those before it. O(size³).
  init?(_ matrix: [Double], size: Int) {
    self.size = size
    lower = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row * size + column]
        for inner in 0..<column { sum -= lower[row * size + inner] * lower[column * size + inner] }
        if row == column {
          guard sum > Self.dependent else { return nil }
          lower[row * size + row] = sum.squareRoot()
        } else {
          lower[row * size + column] = sum / lower[column * size + column]
        }
      }
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var values = right
    for row in 0..<size {
      for column in 0..<row { values[row] -= lower[row * size + column] * values[column] }
      values[row] /= lower[row * size + row]
    }
    for row in (0..<size).reversed() {
      for column in (row + 1)..<max(size, row + 1) { values[row] -= lower[column * size + row] * values[column] }
      values[row] /= lower[row * size + row]
    }
    return values
  }
}
