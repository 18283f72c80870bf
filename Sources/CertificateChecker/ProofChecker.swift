/// Follows one part of a proof line by line; every number is recomputed, none is believed.
struct ProofChecker {
  /// Multipliers of cuts count in `1 / scale` micropoints, those of resources and splits `finer` times as much.
  static let finer = Exact(1 << 20)
  static let scale = Exact(1 << 36)

  let model: IntegerModel
  /// By group: the options that are not ruled out.
  var open: [[Int]]
  let groupOfOption: [Int]
  /// By group: the options that the lines `drop` left.
  private var kept: [[Int]] = []
  var frame = PriceFrame()
  /// Of resources; a line states those that change.
  var multipliers: [Exact]
  var cuts: [Row] = []
  /// By resource, what options open at the first cut take of it.
  var columns: [[(option: Int, amount: Exact)]] = []
  private var splits: [Split] = []
  /// The case at hand: splits, and whether more than their thresholds are chosen.
  private var way: [(split: Int, isAbove: Bool)] = []
  private var isComplete = false
  /// The least of the cutoffs and of the values of the leaves so far.
  private var shown: Exact?
  private var hasCutoff = false
  /// The least cutoff of the options dropped.
  var limit: Exact?

  init(_ model: IntegerModel) {
    self.model = model
    let open = (0..<model.groupCount).map { Array(model.groupStarts[$0]..<model.groupStarts[$0 + 1]) }
    self.open = open
    groupOfOption = open.enumerated().flatMap { group, options in options.map { _ in group } }
    multipliers = Array(repeating: .zero, count: model.resources.count)
  }

  /// What the part that begins with the line at hand shows, in micropoints; goes on to the line after it.
  static func bound(of model: IntegerModel, _ lines: LineReader, depth: Int = 0) throws(Refusal) -> Exact {
    var checker = ProofChecker(model)
    while lines.keyword == "drop" { try checker.drop(try ProofLine(lines)) }
    checker.kept = checker.open
    let reach = try Reach(model, checker.open)
    checker.frame = try PriceFrame(model, reach)
    var bound: Exact
    if lines.keyword == "blocks" {
      guard depth < 8 else { throw lines.refusal("blocks lie within blocks too often") }
      bound = try checker.blocks(try ProofLine(lines), reach, lines, depth: depth + 1)
    } else {
      repeat { try checker.follow(lines.keyword, lines) } while !checker.isComplete
      bound = try checker.bound()
    }
    return min(bound, checker.limit ?? bound)
  }

  private mutating func follow(_ keyword: String, _ lines: LineReader) throws(Refusal) {
    let line = try ProofLine(lines)
    switch (keyword, line.numbers.count) {
    case ("fix", 1) where way.isEmpty: try fix(line)
    case ("cut", 2) where way.isEmpty: cuts.append(try derive(line))
    case ("split", 1): try addSplit(line)
    case ("branch", 1): try branch(line)
    case ("leaf", 0): try closeCase(line)
    default: throw lines.refusal("the line before, \"\(keyword)\", is not understood in its place")
    }
  }

  /// Objectives lie whole steps from each other; with a cutoff the bound is the first of them that it allows.
  private func bound() throws(Refusal) -> Exact {
    guard let shown else { throw Refusal("The proof shows no bound.") }
    guard hasCutoff else { return shown }
    var (base, step) = (model.constant, Int128(0))
    func divide(_ value: Exact) { step = Self.commonDivisor(step, value.value) }
    for resource in model.resources {
      try base += resource.intercept
      for slope in [resource.slope] + resource.corners.map(\.change) { divide(slope) }
    }
    for options in kept {
      guard let first = options.first else { throw Refusal("A group has no option.") }
      try base += model.costs[first]
      for option in options { divide(try model.costs[option] - model.costs[first]) }
    }
    return step > 1 ? try shown + (base - shown).divided(by: Exact(step)).remainder : shown
  }

  private static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (one, other) = (first.magnitude, second.magnitude)
    while other != 0 { (one, other) = (other, one % other) }
    return Int128(clamping: one)
  }

  // MARK: Cases

  private mutating func addSplit(_ line: ProofLine) throws(Refusal) {
    try line.require(["x": model.costs.count])
    guard line.numbers[0] >= .zero else { throw Refusal("A split has a negative threshold.") }
    let options = line.terms.map(\.index)
    splits.append(
      Split(threshold: line.numbers[0], options: options, groupCount: Set(options.map { groupOfOption[$0] }).count))
  }

  /// First the case "at most", then, after all its leaves, the case "more".
  private mutating func branch(_ line: ProofLine) throws(Refusal) {
    guard let split = Int(exactly: line.numbers[0].value), splits.indices.contains(split), line.terms.isEmpty,
      !way.contains(where: { $0.split == split })
    else { throw Refusal("A branch takes a split that does not exist, or is on its way already.") }
    way.append((split, false))
  }

  private mutating func closeCase(_ line: ProofLine) throws(Refusal) {
    if let (value, _) = try value(of: line) { note(try value.dividedUp(by: Self.scale)) }
    while way.last?.isAbove == true { way.removeLast() }
    isComplete = way.isEmpty
    if !isComplete { way[way.count - 1].isAbove = true }
  }

  private mutating func note(_ value: Exact) { shown = min(shown ?? value, value) }

  /// Rules out options with which nothing costs less than the cutoff.
  private mutating func fix(_ line: ProofLine) throws(Refusal) {
    let cutoff = line.numbers[0]
    note(cutoff)
    hasCutoff = true
    let tooDear = try tooDear(line, cutoff)
    for group in open.indices { open[group].removeAll(where: tooDear.contains) }
  }

  /// The options with which nothing costs less than the cutoff.
  mutating func tooDear(_ line: ProofLine, _ cutoff: Exact) throws(Refusal) -> Set<Int> {
    guard let (value, charges) = try value(of: line) else { return [] }
    let limit = try (cutoff - Exact(1)) * Self.scale - value
    var found: Set<Int> = []
    for options in open {
      var costs: [Exact] = []
      for option in options { costs.append(try cost(of: option, charges)) }
      let most = try limit + (costs.min() ?? .zero)
      for (option, cost) in zip(options, costs) where cost > most { found.insert(option) }
    }
    return found
  }

  // MARK: Values

  /// The Lagrangian value with the multipliers of a line, times `scale`, and what cuts and splits charge; `nil` when a
  /// group has no option left, so that nothing cheaper than the cutoff is in this case.
  private mutating func value(of line: ProofLine) throws(Refusal) -> (value: Exact, charges: Row)? {
    let charges = try charges(of: line)
    var sum = try model.constant * Self.scale - charges.right
    for resource in multipliers.indices {
      let multiplier = try multipliers[resource] * Self.finer
      try sum += frame.pricesAtLow[resource] * Self.scale - multiplier * frame.lows[resource]
      for interval in frame.intervals(of: resource) {
        let slope = try frame.slopes[interval] * Self.scale - multiplier + (charges.intervals[interval] ?? .zero)
        if slope < .zero { try sum += frame.widths[interval] * slope }
      }
    }
    for options in open {
      var least: Exact?
      for option in options {
        let cost = try cost(of: option, charges)
        least = min(least ?? cost, cost)
      }
      guard let least else { return nil }
      try sum += least
    }
    return (sum, charges)
  }

  private mutating func charges(of line: ProofLine) throws(Refusal) -> Row {
    try line.require(["r": multipliers.count, "c": cuts.count, "s": splits.count, "x": model.costs.count])
    for term in line.all("r") { multipliers[term.index] = term.value }
    var charges = Row()
    for term in line.all("c") + line.all("s") where term.value < .zero {
      throw Refusal("c\(term.index) or s\(term.index) is below 0.")
    }
    for term in line.all("c") { try charges.add(cuts[term.index], times: term.value) }
    var ofSplit = Dictionary(line.all("s").map { ($0.index, $0.value) }, uniquingKeysWith: { _, last in last })
    for (split, isAbove) in way {
      var multiplier = ofSplit.removeValue(forKey: split) ?? .zero
      if splits[split].leavesNoChoice(isAbove: isAbove) { try multiplier += Exact(Int128(1) << 70) }
      if multiplier > .zero { try charges.add(try splits[split].row(isAbove: isAbove), times: multiplier * Self.finer) }
    }
    guard ofSplit.isEmpty else { throw Refusal("A split has a multiplier where it does not hold.") }
    return charges
  }

  private func cost(of option: Int, _ charges: Row) throws(Refusal) -> Exact {
    var sum = Exact.zero
    for use in model.uses(of: option) {
      try sum += multipliers[Int(model.usedResources[use])] * Exact(model.usedAmounts[use])
    }
    return try model.costs[option] * Self.scale + sum * Self.finer + (charges.options[option] ?? .zero)
  }
}
