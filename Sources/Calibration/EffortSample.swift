/// The accounts of a fit, to be drawn from again and again.
struct EffortSample {
  /// P. J. Huber 1964, "Robust Estimation of a Location Parameter": 95 % as efficient as squares where errors are normal.
  private static let huber = 1.345
  /// A standard deviation is 1.4826 median absolute deviations of normal errors.
  private static let medianToDeviation = 1.4826
  private static let rounds = 50

  private let cells: [EffortCell]
  private let tiers: Int
  /// Cell and minutes of the accounts whose tier is fitted.
  private var cellOf: [Int] = []
  private var minutes: [Double] = []
  private let design: EffortDesign
  private let kept: EffortCoefficients
  private let isRobust: Bool
  private var spreads: [Double] = []

  init(_ table: ObservationTable, design: EffortDesign, kept: EffortCoefficients, isRobust: Bool) {
    (cells, tiers, self.design, self.kept, self.isRobust) = (table.cells, table.tiers.count, design, kept, isRobust)
    for (cell, minutes) in zip(table.cellOf, table.minutes) where design.tiers.contains(table.cells[cell].tier) {
      cellOf.append(cell)
      self.minutes.append(minutes)
    }
    spreads = levels()
  }

  var count: Int { cellOf.count }

  /// Fits once with residuals as parts of the level of the tier, then with residuals as parts of their own spread, so that
  /// tiers whose hours vary more say less about what all tiers share.
  mutating func fit() -> EffortCoefficients {
    let ones = [Double](repeating: 1, count: count)
    let first = fit(ones, from: start)
    spreads = residualSpreads(first)
    return fit(ones, from: first)
  }

  /// - Parameter drawn: how often each account counts.
  private func fit(_ drawn: [Double], from start: EffortCoefficients) -> EffortCoefficients {
    let solver = EffortFit(design, cells: cells, kept: kept, spreads: spreads)
    var current = start
    if !isRobust { return solver.fit(sums(drawn), from: current) }
    for _ in 0..<Self.rounds {
      let next = solver.fit(sums(weighted(drawn, current)), from: current)
      let change = zip(design.variables(next), design.variables(current)).map { abs($0 - $1) / max(abs($0), 0.01) }
        .max()
      current = next
      if (change ?? 0) < 1e-5 { break }
    }
    return current
  }

  /// As many accounts, drawn with replacement (B. Efron 1979, "Bootstrap Methods").
  func refits(_ fitted: EffortCoefficients, times: Int, seed: UInt64) -> [EffortCoefficients] {
    var random = RandomDraws(seed: seed)
    return (0..<times).map { _ in
      var drawn = [Double](repeating: 0, count: count)
      for _ in 0..<count { drawn[random.next(below: count)] += 1 }
      return fit(drawn, from: fitted)
    }
  }

  /// What every fit starts from: levels of tiers, nothing added, nothing taken off.
  private var start: EffortCoefficients {
    var start = kept
    let means = levels()
    for tier in design.tiers { start.base[tier] = means[tier] }
    for factor in design.factors { start.shares[factor.rawValue] = 0 }
    return start
  }

  private func sums(_ weights: [Double]) -> CellSums {
    var sums = CellSums(cells: cells.count)
    for account in cellOf.indices where weights[account] > 0 {
      sums.add(minutes[account], to: cellOf[account], weight: weights[account])
    }
    return sums
  }

  private func weighted(_ drawn: [Double], _ coefficients: EffortCoefficients) -> [Double] {
    let estimates = cells.map(coefficients.minutes)
    return cellOf.indices.map { account in
      let cell = cellOf[account]
      let residual = abs(minutes[account] - estimates[cell]) / spreads[cells[cell].tier]
      return drawn[account] * (residual > Self.huber ? Self.huber / residual : 1)
    }
  }

  // MARK: - Spreads

  /// Means of tiers, of a robust fit medians; at least a minute.
  private func levels() -> [Double] {
    var values = [[Double]](repeating: [], count: tiers)
    for (cell, minutes) in zip(cellOf, minutes) { values[cells[cell].tier].append(minutes) }
    return values.map { values in
      if values.isEmpty { return 1 }
      return max(1, isRobust ? values.sorted()[values.count / 2] : values.reduce(0, +) / Double(values.count))
    }
  }

  /// Of residuals by tier; at least a hundredth of the tier's mean, so that data without errors are no special case.
  private func residualSpreads(_ coefficients: EffortCoefficients) -> [Double] {
    let estimates = cells.map(coefficients.minutes)
    var residuals = [[Double]](repeating: [], count: tiers)
    for (cell, minutes) in zip(cellOf, minutes) { residuals[cells[cell].tier].append(abs(minutes - estimates[cell])) }
    return zip(residuals, levels()).map { max(spread($0), $1 / 100) }
  }

  private func spread(_ residuals: [Double]) -> Double {
    guard !residuals.isEmpty else { return 1 }
    if isRobust { return residuals.sorted()[residuals.count / 2] * Self.medianToDeviation }
    return (residuals.reduce(0) { $0 + $1 * $1 } / Double(residuals.count)).squareRoot()
  }
}
