/// Fits the estimate to sums of cells. Base times share is not linear, so the fit takes steps of Gauss and Newton; each is a
/// non-negative least squares problem, and is halved until the sum of squares does not grow.
///
/// A step costs O(cells + k³) for k coefficients.
struct EffortFit {
  private static let steps = 60

  private let design: EffortDesign
  private let kept: EffortCoefficients
  private let rows: [EffortDesign.Row?]
  /// 1 / (spread of the tier)², by variable of the tier.
  private let precision: [Double]

  /// - Parameter spreads: minutes by position of the tier; a residual counts in parts of it.
  init(_ design: EffortDesign, cells: [EffortCell], kept: EffortCoefficients, spreads: [Double]) {
    self.design = design
    self.kept = kept
    rows = cells.map { design.row($0, kept) }
    precision = design.tiers.map { 1 / (spreads[$0] * spreads[$0]) }
  }

  func fit(_ sums: CellSums, from start: EffortCoefficients) -> EffortCoefficients {
    var variables = design.variables(start)
    var best = squares(variables, sums)
    for _ in 0..<Self.steps {
      let (gram, target) = linearised(variables, sums)
      let goal = NonNegativeLeastSquares.solve(
        gram: gram, target: target, positive: variables.map { $0 > 0 })
      guard let (next, value) = step(from: variables, to: goal, sums, below: best) else { break }
      let isDone = best - value <= 1e-10 * best
      (variables, best) = (next, value)
      if isDone { break }
    }
    return design.coefficients(variables, kept)
  }

  private func step(
    from variables: [Double], to goal: [Double], _ sums: CellSums, below best: Double
  ) -> (variables: [Double], squares: Double)? {
    var length = 1.0
    while length > 1e-3 {
      let next = zip(variables, goal).map { $0 + length * ($1 - $0) }
      let value = squares(next, sums)
      if value <= best { return (next, value) }
      length /= 2
    }
    return nil
  }

  /// Of the means of cells: the rest of the sum of squares does not depend on the coefficients.
  private func squares(_ variables: [Double], _ sums: CellSums) -> Double {
    var total = 0.0
    for (cell, row) in rows.enumerated() {
      guard let row, sums.weights[cell] > 0 else { continue }
      let factor = row.variables.reduce(row.constant) { $0 + variables[$1] }
      let residual = variables[row.tier] * factor - sums.minutes[cell] / sums.weights[cell]
      total += sums.weights[cell] * precision[row.tier] * residual * residual
    }
    return total
  }

  /// Normal equations at a point: base × (constant + Σ v) is taken as its tangent.
  private func linearised(_ variables: [Double], _ sums: CellSums) -> (gram: [Double], target: [Double]) {
    let count = design.count
    var gram = [Double](repeating: 0, count: count * count)
    var target = [Double](repeating: 0, count: count)
    for (cell, row) in rows.enumerated() {
      guard let row, sums.weights[cell] > 0 else { continue }
      let weight = sums.weights[cell] * precision[row.tier]
      let (base, sum) = (variables[row.tier], row.variables.reduce(0) { $0 + variables[$1] })
      let entries = [(row.tier, row.constant + sum)] + row.variables.map { ($0, base) }
      let value = sums.minutes[cell] / sums.weights[cell] + base * sum
      for (first, left) in entries {
        target[first] += weight * left * value
        for (second, right) in entries { gram[first * count + second] += weight * left * right }
      }
    }
    return (gram, target)
  }
}
