import OptionModel

/// The exact value of one leaf after the other, in arrays that are made once.
struct LeafScan {
  private let constant: Int64
  private let frame: PriceFrame
  private let open: OpenOptions
  private let cuts: CutRows
  /// What cuts and splits add to the penalised cost of an open option, and to the slope of an interval.
  private var optionExtras: [Int128]
  private var intervalExtras: [Int128]

  init(constant: Int64, frame: PriceFrame, open: OpenOptions, cuts: CutRows) {
    (self.constant, self.frame, self.open, self.cuts) = (constant, frame, open, cuts)
    optionExtras = Array(repeating: 0, count: open.count)
    intervalExtras = Array(repeating: 0, count: frame.widths.count)
  }

  /// What the leaf proves, in micropoints; `nil` when a group has no option left. O(open options and their
  /// consumptions, resources, and the non-zeros of the cuts and splits with multipliers).
  mutating func value(of leaf: TreeProof.Leaf, _ way: borrowing SplitWay) throws(ExactBound.Reason) -> Int64? {
    guard leaf.resources.count == frame.lows.count else {
      throw .wrongCount(expected: frame.lows.count, found: leaf.resources.count)
    }
    let scale = Int128(Multipliers.scale)
    var sum = ExactSum(Int128(constant) * scale)
    clear()
    for term in leaf.cuts { try add(cut: term, &sum) }
    for term in leaf.splits { try add(split: term, way, &sum) }
    try sum.add(
      try frame.leastPrices(multipliers: leaf.resources, extras: intervalExtras, scale: scale))
    guard let costs = try leastCosts(leaf.resources, way.exclusions) else { return nil }
    try sum.add(costs)
    return try sum.roundedUp()
  }

  private mutating func clear() {
    for place in optionExtras.indices { optionExtras[place] = 0 }
    for interval in intervalExtras.indices { intervalExtras[interval] = 0 }
  }

  private mutating func add(cut term: TreeProof.Term, _ sum: inout ExactSum) throws(ExactBound.Reason) {
    let cut = Int(term.index)
    guard cuts.rights.indices.contains(cut) else { throw .unknownIndex(cut) }
    guard term.value >= 0 else { throw .negativeMultiplier(term.value) }
    try sum.subtract(Int128(term.value) * Int128(cuts.rights[cut]))
    try Self.add(cuts.options, row: cut, times: term.value, to: &optionExtras)
    try Self.add(cuts.intervals, row: cut, times: term.value, to: &intervalExtras)
  }

  private mutating func add(
    split term: TreeProof.Term, _ way: borrowing SplitWay, _ sum: inout ExactSum
  ) throws(ExactBound.Reason) {
    let split = Int(term.index)
    guard way.sides.indices.contains(split) else { throw .unknownIndex(split) }
    guard term.value >= 0 else { throw .negativeMultiplier(term.value) }
    guard let side = way.sides[split] else { throw .splitNotOnWay(split) }
    let threshold = Int128(way.splits.thresholds[split])
    try sum.add(Int128(term.value) * (side == .below ? -threshold : threshold + 1))
    let factor = side == .below ? term.value : -term.value
    try Self.add(way.splits.places, row: split, times: factor, to: &optionExtras)
  }

  private static func add(
    _ rows: SparseRows, row: Int, times factor: Int64, to extras: inout [Int128]
  ) throws(ExactBound.Reason) {
    let (indices, coefficients) = (rows.indices.span, rows.coefficients.span)
    for entry in rows.entries(ofRow: row) {
      let index = Int(indices[entry])
      let (sum, overflow) = extras[index].addingReportingOverflow(Int128(factor) * Int128(coefficients[entry]))
      guard !overflow else { throw .outOfRange }
      extras[index] = sum
    }
  }

  /// The sum over groups of the least penalised cost; `nil` when a group has no option left.
  private func leastCosts(
    _ multipliers: [Int64], _ exclusions: [Int32]
  ) throws(ExactBound.Reason) -> Int128? {
    let (groups, starts) = (open.groupStarts.span, open.consumptionStarts.span)
    let (resources, amounts, costs) = (open.resources.span, open.amounts.span, open.costs.span)
    let (multipliers, exclusions, extras) = (multipliers.span, exclusions.span, optionExtras.span)
    var sum = ExactSum()
    for group in 0..<groups.count - 1 {
      var least: Int128?
      for place in groups[group]..<groups[group + 1] where exclusions[place] == 0 {
        // Products are below 2^94, and there are less than 2^32 of them: this cannot overflow.
        var value = Int128(costs[place]) * Int128(Multipliers.scale)
        for entry in starts[place]..<starts[place + 1] {
          value &+= Int128(multipliers[Int(resources[entry])]) * Int128(amounts[entry])
        }
        let (total, overflow) = value.addingReportingOverflow(extras[place])
        guard !overflow else { throw .outOfRange }
        least = min(least ?? total, total)
      }
      guard let least else { return nil }
      try sum.add(least)
    }
    return sum.value
  }
}
