import OptionModel

/// Mixed-integer rounding of row combinations in exact integers, as documented at `RoundingCut`.
///
/// Arrays over all columns, used again for every cut.
struct CutDeriver {
  /// Coefficients are cut down to this many bits: more would make multipliers of the cut coarse.
  private static let coefficientBits = 28
  private static let fractions = 0.01...0.99

  let formulation: TreeFormulation
  private var alpha: [Int128]
  private var eta: [Int128]
  private var beta: Int128 = 0

  init(_ formulation: TreeFormulation) {
    self.formulation = formulation
    alpha = Array(repeating: 0, count: formulation.optionColumns)
    eta = Array(repeating: 0, count: formulation.intervals.count)
  }

  /// `isComplemented` says, by column, which options count as `1 - x` and which intervals as `width - s` (of `s`, however
  /// the column is written). `nil` when nothing is rounded or numbers grow too large.
  mutating func derive(
    _ combination: RowCombination, divisor: Int64, isComplemented: [Bool], cuts: [ProvenCut]
  ) -> ExactCut? {
    for column in alpha.indices { alpha[column] = 0 }
    for interval in eta.indices { eta[interval] = 0 }
    beta = 0
    for (row, multiplier) in combination.rows { add(row, Int128(multiplier)) }
    for (cut, multiplier) in combination.cuts { add(cuts[cut], Int128(multiplier)) }
    let named = complement(isComplemented)
    let (quotient, remainder) = Self.floorDivision(beta, Int128(divisor))
    guard Self.fractions ~= Double(Int64(truncatingIfNeeded: remainder)) / Double(divisor) else { return nil }
    round(divisor: Int128(divisor), quotient: quotient, remainder: remainder)
    _ = complement(isComplemented)
    for (cut, multiplier) in combination.cuts where multiplier < 0 { add(cuts[cut], -Int128(multiplier)) }
    let shift = shiftDown()
    guard let right = Int64(exactly: beta) else { return nil }
    let derivation = RoundingCut(
      rows: terms(combination), complementedOptions: named.options, complementedIntervals: named.intervals,
      divisor: divisor, shift: shift)
    return ExactCut(
      derivation: derivation, coefficients: alpha.map { Int64(truncatingIfNeeded: $0) },
      heights: eta.map { Int64(truncatingIfNeeded: $0) }, right: right)
  }

  private mutating func add(_ row: Int, _ multiplier: Int128) {
    guard row >= formulation.groupRows else {
      for column in formulation.groupColumns[row] { alpha[column] += multiplier }
      beta += multiplier
      return
    }
    let resource = row - formulation.groupRows
    for entry in formulation.entryStarts[resource]..<formulation.entryStarts[resource + 1] {
      alpha[Int(formulation.entryColumns[entry])] += multiplier * Int128(formulation.entryAmounts[entry])
    }
    for interval in formulation.intervalsOfRow[resource] { eta[interval] -= multiplier }
    beta += multiplier * Int128(formulation.lows[resource])
  }

  private mutating func add(_ cut: ProvenCut, _ multiplier: Int128) {
    for (column, coefficient) in zip(cut.columns, cut.coefficients) {
      alpha[Int(column)] += multiplier * Int128(coefficient)
    }
    for (interval, height) in zip(cut.intervals, cut.heights) { eta[Int(interval)] += multiplier * Int128(height) }
    beta += multiplier * Int128(cut.right)
  }

  /// Its own inverse. Names what it turned.
  private mutating func complement(
    _ isComplemented: [Bool]
  ) -> (options: [Int32], intervals: [RoundingCut.Interval]) {
    var options: [Int32] = []
    var intervals: [RoundingCut.Interval] = []
    for column in alpha.indices where isComplemented[column] && alpha[column] != 0 {
      beta -= alpha[column]
      alpha[column] = -alpha[column]
      options.append(formulation.options[column])
    }
    for (index, interval) in formulation.intervals.enumerated()
    where isComplemented[formulation.optionColumns + index] && eta[index] != 0 {
      beta -= eta[index] * Int128(interval.width)
      eta[index] = -eta[index]
      intervals.append(
        RoundingCut.Interval(resource: Int32(interval.resource), interval: Int32(interval.place)))
    }
    return (options, intervals)
  }

  private mutating func round(divisor: Int128, quotient: Int128, remainder: Int128) {
    let rest = divisor - remainder
    for column in alpha.indices where alpha[column] != 0 {
      let (whole, part) = Self.floorDivision(alpha[column], divisor)
      alpha[column] = rest * whole + max(0, part - remainder)
    }
    for interval in eta.indices { eta[interval] = min(0, eta[interval]) }
    beta = rest * quotient
  }

  /// Fewer bits: coefficients down, right side up.
  private mutating func shiftDown() -> Int32 {
    let largest = max(
      alpha.reduce(UInt128(0)) { max($0, $1.magnitude) }, eta.reduce(UInt128(0)) { max($0, $1.magnitude) })
    let bits = UInt128.bitWidth - largest.leadingZeroBitCount
    let shift = max(0, bits - Self.coefficientBits)
    guard shift > 0 else { return 0 }
    for column in alpha.indices { alpha[column] >>= shift }
    for interval in eta.indices { eta[interval] >>= shift }
    beta = -((-beta) >> shift)
    return Int32(shift)
  }

  private func terms(_ combination: RowCombination) -> [RoundingCut.Term] {
    combination.rows.map { row, multiplier in
      let isGroup = row < formulation.groupRows
      return RoundingCut.Term(
        row: isGroup ? .group(formulation.groups[row]) : .resource(formulation.resources[row - formulation.groupRows]),
        multiplier: multiplier)
    } + combination.cuts.map { RoundingCut.Term(row: .cut(Int32($0.cut)), multiplier: $0.multiplier) }
  }

  private static func floorDivision(_ value: Int128, _ divisor: Int128) -> (quotient: Int128, remainder: Int128) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// A cut over all columns, before it becomes a row.
struct ExactCut {
  let derivation: RoundingCut
  let coefficients: [Int64]
  let heights: [Int64]
  let right: Int64
}
