/// Columns of yes and no that are, but for rounding, combinations of columns before them: what no fit can tell apart.
struct DependentColumns {
  private let count: Int
  /// Of the columns scaled to length 1, by rows.
  private let cosines: [Double]

  /// - Parameter rows: the columns of which a cell has a yes, with the number of accounts in it.
  init(_ rows: [(columns: [Int], weight: Double)], count: Int) {
    self.count = count
    var gram = [Double](repeating: 0, count: count * count)
    for row in rows {
      for left in row.columns { for right in row.columns { gram[left * count + right] += row.weight } }
    }
    let lengths = (0..<count).map { max(gram[$0 * count + $0].squareRoot(), .leastNormalMagnitude) }
    cosines = gram.indices.map { gram[$0] / lengths[$0 / count] / lengths[$0 % count] }
  }

  /// Each with the columns it is made of. O(count⁴).
  var found: [(column: Int, of: [Int])] {
    var (independent, result) = ([Int](), [(Int, [Int])]())
    for column in 0..<count {
      if factor(independent + [column]) != nil {
        independent.append(column)
      } else {
        let parts = factor(independent)?.solve(independent.map { cosines[$0 * count + column] }) ?? []
        result.append((column, zip(independent, parts).filter { abs($1) > 0.01 }.map(\.0)))
      }
    }
    return result
  }

  private func factor(_ chosen: [Int]) -> CholeskyFactor? {
    CholeskyFactor(chosen.flatMap { row in chosen.map { cosines[row * count + $0] } }, size: chosen.count)
  }
}
