import OptionModel

/// Follows the derivation of a rounding cut, step by step as `RoundingCut` states it.
struct CutDerivation {
  /// The cut derived last, as `options x + intervals s <= right`.
  private(set) var options: SparseRow
  private(set) var intervals: SparseRow
  private(set) var right = ExactSum()

  private let open: OpenOptions
  private let frame: PriceFrame
  private let resourceRows: SparseRows
  private let alone: [Int]

  init(open: OpenOptions, frame: PriceFrame) {
    (self.open, self.frame) = (open, frame)
    options = SparseRow(count: open.count)
    intervals = SparseRow(count: frame.widths.count)
    resourceRows = open.resourceRows(resourceCount: frame.lows.count)
    alone = (0..<open.groupStarts.count - 1).compactMap(open.alone)
  }

  mutating func derive(_ cut: RoundingCut, from earlier: CutRows) throws(ExactBound.Reason) {
    guard cut.divisor >= 1 else { throw .badDivisor(cut.divisor) }
    guard (0...100).contains(cut.shift) else { throw .badShift(cut.shift) }
    options.clear()
    intervals.clear()
    right = ExactSum()
    for term in cut.rows { try add(term, earlier) }
    for place in alone { try options.substituteOne(at: place, right: &right) }
    try complement(cut)
    try round(divisor: Int128(cut.divisor))
    try complement(cut)
    for term in cut.rows where term.multiplier < 0 {
      if case .cut(let slack) = term.row { try add(cut: Int(slack), -Int128(term.multiplier), earlier) }
    }
    divide(shift: cut.shift)
  }

  private mutating func add(_ term: RoundingCut.Term, _ earlier: CutRows) throws(ExactBound.Reason) {
    let multiplier = Int128(term.multiplier)
    switch term.row {
    case .group(let group): try add(group: Int(group), multiplier)
    case .resource(let resource): try add(resource: Int(resource), multiplier)
    case .cut(let cut): try add(cut: Int(cut), multiplier, earlier)
    }
  }

  private mutating func add(group: Int, _ multiplier: Int128) throws(ExactBound.Reason) {
    guard group >= 0, group < open.groupStarts.count - 1 else { throw .unknownIndex(group) }
    for place in open.groupStarts[group]..<open.groupStarts[group + 1] {
      try options.add(multiplier, times: 1, at: place)
    }
    try right.add(multiplier)
  }

  private mutating func add(resource: Int, _ multiplier: Int128) throws(ExactBound.Reason) {
    guard frame.lows.indices.contains(resource) else { throw .unknownIndex(resource) }
    for entry in resourceRows.entries(ofRow: resource) {
      let place = Int(resourceRows.indices[entry])
      try options.add(multiplier, times: resourceRows.coefficients[entry], at: place)
    }
    for interval in frame.intervals(of: resource) { try intervals.add(multiplier, times: -1, at: interval) }
    try right.add(multiplier, times: frame.lows[resource])
  }

  private mutating func add(cut: Int, _ multiplier: Int128, _ earlier: CutRows) throws(ExactBound.Reason) {
    guard cut >= 0 else { throw .unknownIndex(cut) }
    guard cut < earlier.rights.count else { throw .laterCut(cut) }
    for entry in earlier.options.entries(ofRow: cut) {
      let place = Int(earlier.options.indices[entry])
      try options.add(multiplier, times: earlier.options.coefficients[entry], at: place)
    }
    for entry in earlier.intervals.entries(ofRow: cut) {
      let interval = Int(earlier.intervals.indices[entry])
      try intervals.add(multiplier, times: earlier.intervals.coefficients[entry], at: interval)
    }
    try right.add(multiplier, times: Int128(earlier.rights[cut]))
  }

  /// Its own inverse: done before the rounding, and undone after it.
  private mutating func complement(_ cut: RoundingCut) throws(ExactBound.Reason) {
    for option in cut.complementedOptions {
      guard open.places.indices.contains(Int(option)) else { throw .unknownIndex(Int(option)) }
      let place = Int(open.places[Int(option)])
      if place >= 0 { try options.complement(place, upperEnd: 1, right: &right) }
    }
    for named in cut.complementedIntervals {
      let resource = Int(named.resource)
      guard frame.lows.indices.contains(resource) else { throw .unknownIndex(resource) }
      let own = frame.intervals(of: resource)
      guard named.interval >= 0, named.interval < own.count else { throw .unknownIndex(Int(named.interval)) }
      let interval = own.lowerBound + Int(named.interval)
      try intervals.complement(interval, upperEnd: frame.widths[interval], right: &right)
    }
  }

  private mutating func round(divisor: Int128) throws(ExactBound.Reason) {
    let (wholes, rest) = Self.floorDivision(right.value, divisor)
    try options.replaceTouched { coefficient throws(ExactBound.Reason) in
      let (quotient, remainder) = Self.floorDivision(coefficient, divisor)
      var rounded = ExactSum(max(0, remainder - rest))
      try rounded.add(divisor - rest, times: quotient)
      return rounded.value
    }
    try intervals.replaceTouched { coefficient throws(ExactBound.Reason) in min(0, coefficient) }
    right = ExactSum()
    try right.add(divisor - rest, times: wholes)
  }

  /// Coefficients down and the right side up: the variables are never negative.
  private mutating func divide(shift: Int32) {
    options.shiftTouched(right: shift)
    intervals.shiftTouched(right: shift)
    let floor = right.value >> shift
    right = ExactSum(floor << shift == right.value ? floor : floor + 1)
  }

  private static func floorDivision(_ value: Int128, _ divisor: Int128) -> (Int128, Int128) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
