import OptionModel

/// The exact value of one leaf after the other, in arrays that are made once. All sums are in units of `1 / scale`
/// micropoints.
struct LeafScan {
  static let scale = Int128(Multipliers.scale) * Int128(TreeProof.cutScale)

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

  /// What the leaf proves, in units; `nil` when a group has no option left. O(open options and their consumptions,
  /// resources, and the non-zeros of the cuts and splits with multipliers).
  mutating func value(
    of leaf: TreeProof.Leaf, _ way: borrowing SplitWay
  ) throws(ExactBound.Reason) -> ExactSum? {
    guard leaf.resources.count == frame.lows.count else {
      throw .wrongCount(expected: frame.lows.count, found: leaf.resources.count)
    }
    var sum = ExactSum(Int128(constant) * Self.scale)
    clear()
    for term in leaf.cuts { try add(cut: term, &sum) }
    for term in leaf.splits { try add(split: term, way, &sum) }
    try sum.add(
      try frame.leastPrices(multipliers: leaf.resources, finer: Int128(TreeProof.cutScale), extras: intervalExtras))
    guard let costs = try leastCosts(leaf.resources, way.exclusions) else { return nil }
    try sum.add(costs)
    return sum
  }

  /// Places of the options that cost at least the cutoff: the value of the leaf, raised by how far the penalised cost of
  /// the option lies above the least of its group.
  mutating func ruledOut(
    by leaf: TreeProof.Leaf, _ way: borrowing SplitWay, cutoff: Int64
  ) throws(ExactBound.Reason) -> [Int] {
    guard let value = try value(of: leaf, way) else { return [] }
    // What rounds up to at least the cutoff is above this.
    var limit = ExactSum((Int128(cutoff) - 1) * Self.scale)
    try limit.subtract(value.value)
    var found: [Int] = []
    for group in 0..<open.groupStarts.count - 1 {
      let places = open.groupStarts[group]..<open.groupStarts[group + 1]
      var costs: [Int128] = []
      for place in places { costs.append(try penalisedCost(of: place, leaf.resources.span)) }
      var most = limit
      try most.add(costs.min() ?? 0)
      found += zip(places, costs).filter { $1 > most.value }.map(\.0)
    }
    return found
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
    let multiplier = Int128(term.value) * Int128(TreeProof.cutScale)
    try sum.add(multiplier, times: side == .below ? -threshold : threshold + 1)
    for entry in way.splits.places.entries(ofRow: split) {
      let place = Int(way.splits.places.indices[entry])
      var extra = ExactSum(optionExtras[place])
      try extra.add(side == .below ? multiplier : -multiplier)
      optionExtras[place] = extra.value
    }
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
    let (groups, multipliers, exclusions) = (open.groupStarts.span, multipliers.span, exclusions.span)
    var sum = ExactSum()
    for group in 0..<groups.count - 1 {
      var least: Int128?
      for place in groups[group]..<groups[group + 1] where exclusions[place] == 0 {
        let cost = try penalisedCost(of: place, multipliers)
        least = min(least ?? cost, cost)
      }
      guard let least else { return nil }
      try sum.add(least)
    }
    return sum.value
  }

  @inline(__always)
  private func penalisedCost(of place: Int, _ multipliers: Span<Int64>) throws(ExactBound.Reason) -> Int128 {
    let (starts, resources, amounts) = (open.consumptionStarts.span, open.resources.span, open.amounts.span)
    // Products are below 2^94, and there are less than 2^31 of them: this cannot overflow.
    var coarse = Int128(open.costs[place]) * Int128(Multipliers.scale)
    for entry in starts[place]..<starts[place + 1] {
      coarse &+= Int128(multipliers[Int(resources[entry])]) * Int128(amounts[entry])
    }
    let (fine, tooLarge) = coarse.multipliedReportingOverflow(by: Int128(TreeProof.cutScale))
    let (cost, overflow) = fine.addingReportingOverflow(optionExtras[place])
    guard !tooLarge, !overflow else { throw .outOfRange }
    return cost
  }
}
