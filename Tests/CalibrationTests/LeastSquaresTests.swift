import Testing

@testable import Calibration

/// The active-set method against all active sets.
@Suite struct LeastSquaresTests {
  /// Rows times columns, from -9 to 9.
  private struct Problem {
    let rows: [[Double]]
    let right: [Double]

    init(seed: UInt64, rows: Int, columns: Int) {
      var random = RandomDraws(seed: seed)
      self.rows = (0..<rows).map { _ in (0..<columns).map { _ in Double(random.next(below: 19)) - 9 } }
      right = (0..<rows).map { _ in Double(random.next(below: 39)) - 19 }
    }

    func gram(_ chosen: [Int]) -> [Double] {
      chosen.flatMap { left in chosen.map { right in rows.reduce(0) { $0 + $1[left] * $1[right] } } }
    }

    func target(_ chosen: [Int]) -> [Double] {
      chosen.map { column in zip(rows, right).reduce(0) { $0 + $1.0[column] * $1.1 } }
    }

    func squares(_ solution: [Double]) -> Double {
      zip(rows, right).reduce(0) { sum, row in
        let residual = zip(row.0, solution).reduce(-row.1) { $0 + $1.0 * $1.1 }
        return sum + residual * residual
      }
    }

    /// The best feasible minimum over any subset of columns.
    func best() -> Double {
      let columns = rows[0].count
      return (0..<(1 << columns)).compactMap { set -> Double? in
        let chosen = (0..<columns).filter { set >> $0 & 1 == 1 }
        guard let part = minimum(chosen), part.allSatisfy({ $0 >= -1e-9 }) else { return nil }
        var solution = [Double](repeating: 0, count: columns)
        for (column, value) in zip(chosen, part) { solution[column] = value }
        return squares(solution)
      }.min() ?? .infinity
    }

    /// By elimination with pivots; `nil` where columns depend on each other.
    private func minimum(_ chosen: [Int]) -> [Double]? {
      let size = chosen.count
      let (gram, target) = (gram(chosen), target(chosen))
      var matrix = (0..<size).map { Array(gram[$0 * size..<($0 + 1) * size]) + [target[$0]] }
      for column in 0..<size {
        guard let pivot = (column..<size).max(by: { abs(matrix[$0][column]) < abs(matrix[$1][column]) }),
          abs(matrix[pivot][column]) > 1e-7
        else { return nil }
        matrix.swapAt(column, pivot)
        for row in 0..<size where row != column {
          let factor = matrix[row][column] / matrix[column][column]
          for entry in column...size { matrix[row][entry] -= factor * matrix[column][entry] }
        }
      }
      return (0..<size).map { matrix[$0][size] / matrix[$0][$0] }
    }
  }

  @Test(arguments: UInt64(1)...200)
  func `No active set is better`(seed: UInt64) {
    let columns = 1 + Int(seed % 6)
    // Some have fewer rows than columns.
    let problem = Problem(seed: seed, rows: 3 + Int(seed % 7), columns: columns)
    let all = Array(0..<columns)
    let solution = NonNegativeLeastSquares.solve(gram: problem.gram(all), target: problem.target(all))
    #expect(solution.allSatisfy { $0 >= 0 })
    let guess = all.map { seed >> ($0 + 1) & 1 == 1 }
    let guessed = NonNegativeLeastSquares.solve(gram: problem.gram(all), target: problem.target(all), positive: guess)
    #expect(
      guessed.allSatisfy { $0 >= 0 } && problem.squares(guessed) <= problem.best() + 1e-6 * max(1, problem.best()))
    let (found, best) = (problem.squares(solution), problem.best())
    #expect(found <= best + 1e-6 * max(1, best), "\(found) against \(best)")
  }

  @Test func `Empty and equal columns do no harm`() {
    let gram: [Double] = [4, 4, 0, 4, 4, 0, 0, 0, 0]
    let solution = NonNegativeLeastSquares.solve(gram: gram, target: [8, 8, 0])
    #expect(abs(solution[0] + solution[1] - 2) < 1e-9 && solution[2] == 0)
    #expect(NonNegativeLeastSquares.solve(gram: [1], target: [-1]) == [0])
    #expect(NonNegativeLeastSquares.solve(gram: [], target: []) == [])
  }
}
