extension ProofChecker {
  /// Takes away options that no selection of interest has: with them nothing costs less than the cutoff on the line, where
  /// there is one, or a limit breaks whatever the other groups choose.
  mutating func drop(_ line: ProofLine) throws(Refusal) {
    try line.require(["x": model.costs.count, "r": multipliers.count])
    guard line.numbers.count <= 1 else { throw Refusal("Options are dropped below more than one cutoff.") }
    var pending = Set(line.all("x").map(\.index))
    if let cutoff = line.numbers.first {
      limit = min(limit ?? cutoff, cutoff)
      frame = try PriceFrame(model, Reach(model, open))
      let gone = try tooDear(line, cutoff).intersection(pending)
      for group in open.indices { open[group].removeAll(where: gone.contains) }
      pending.subtract(gone)
    }
    while !pending.isEmpty {
      let reach = try Reach(model, open)
      var gone: Set<Int> = []
      for option in pending where try isImpossible(option, reach) { gone.insert(option) }
      guard !gone.isEmpty else { throw Refusal("x\(pending.min() ?? 0) may be in a feasible selection.") }
      for group in Set(gone.map { groupOfOption[$0] }) { open[group].removeAll(where: gone.contains) }
      pending.subtract(gone)
    }
    guard !open.contains(where: \.isEmpty) else { throw Refusal("A group has no option left.") }
  }

  private func isImpossible(_ option: Int, _ reach: Reach) throws(Refusal) -> Bool {
    for use in model.uses(of: option) {
      let (resource, amount) = (Int(model.usedResources[use]), Exact(model.usedAmounts[use]))
      guard let own = reach.ofGroup[groupOfOption[option]][resource] else { continue }
      let limits = model.resources[resource]
      if let upper = limits.upper, try reach.least[resource] - own.least + amount > upper { return true }
      if let lower = limits.lower, try reach.most[resource] - own.most + amount < lower { return true }
    }
    return false
  }

  /// The sum of what blocks show, and of what resources of no block cost at least.
  func blocks(_ line: ProofLine, _ reach: Reach, _ lines: LineReader, depth: Int) throws(Refusal) -> Exact {
    guard line.numbers.count == 1, let count = Int(exactly: line.numbers[0].value), 1...(1 << 20) ~= count else {
      throw Refusal("A division has no number of blocks.")
    }
    try line.require(["g": open.count, "r": multipliers.count, "p": multipliers.count])
    var homes = BlockHomes(
      prices: multipliers.map { _ in .zero }, ofResource: multipliers.map { _ in -1 }, ofGroup: open.map { _ in -1 })
    for term in line.all("p") { homes.prices[term.index] = term.value }
    for term in line.all("r") { homes.ofResource[term.index] = term.value.value }
    for term in line.all("g") { homes.ofGroup[term.index] = term.value.value }
    guard homes.ofGroup.allSatisfy({ 0..<Int128(count) ~= $0 }),
      homes.ofResource.allSatisfy({ -1..<Int128(count) ~= $0 })
    else { throw Refusal("A group or a resource belongs to a block that does not exist.") }
    var sum = model.constant
    for resource in multipliers.indices where homes.ofResource[resource] == -1 {
      let price = homes.prices[resource]
      try sum += frame.pricesAtLow[resource] - price * frame.lows[resource]
      for interval in frame.intervals(of: resource) where frame.slopes[interval] < price {
        try sum += frame.widths[interval] * (frame.slopes[interval] - price)
      }
    }
    for block in 0..<Int128(count) {
      try sum += ProofChecker.bound(of: try model(of: block, homes, reach), lines, depth: depth)
    }
    return sum
  }

  private func model(of block: Int128, _ homes: BlockHomes, _ reach: Reach) throws(Refusal) -> IntegerModel {
    var (part, places) = (IntegerModel(), [Int: Int]())
    for resource in multipliers.indices where homes.ofResource[resource] == block {
      places[resource] = part.resources.count
      let foreign = open.indices.filter { homes.ofGroup[$0] != block }.compactMap { reach.ofGroup[$0][resource] }
      let (own, leastPrice) = try self.resource(resource, price: homes.prices[resource], foreign)
      part.resources.append(own)
      try part.constant += leastPrice
    }
    for group in open.indices where homes.ofGroup[group] == block {
      part.groupStarts.append(part.costs.count)
      var options: [(cost: Exact, uses: [(resource: Int, amount: Int64)])] = []
      for option in open[group] {
        var (cost, own) = (model.costs[option], [(resource: Int, amount: Int64)]())
        for use in model.uses(of: option) {
          let (resource, amount) = (Int(model.usedResources[use]), model.usedAmounts[use])
          if let place = places[resource] {
            own.append((place, amount))
          } else {
            try cost += homes.prices[resource] * Exact(amount)
          }
        }
        options.append((cost, own))
      }
      let least = options.map(\.cost).min() ?? .zero
      try part.constant += least
      for option in options { part.addOption(cost: try option.cost - least, uses: option.uses) }
    }
    return part
  }

  /// A resource inside its block: other blocks may take between `least` and `most` of it, at a price.
  private func resource(
    _ index: Int, price: Exact, _ foreign: [(least: Exact, most: Exact)]
  ) throws(Refusal) -> (IntegerModel.Resource, leastPrice: Exact) {
    var (least, most) = (Exact.zero, Exact.zero)
    for end in foreign {
      try least += end.least
      try most += end.most
    }
    var pieces = frame.intervals(of: index).map { (slope: frame.slopes[$0], width: frame.widths[$0]) }
    if least < most { pieces.append((price, try most - least)) }
    pieces.sort { $0.slope < $1.slope }
    let start = try frame.lows[index] - most
    let slope = pieces.first?.slope ?? .zero
    let priceAtStart = try frame.pricesAtLow[index] - price * most
    var leastPrice = priceAtStart
    for piece in pieces where piece.slope < .zero { try leastPrice += piece.slope * piece.width }
    var resource = IntegerModel.Resource(
      lower: start, upper: start, slope: slope, intercept: try priceAtStart - slope * start - leastPrice)
    var (end, last) = (start, slope)
    for piece in pieces {
      if piece.slope > last { resource.corners.append((end, try piece.slope - last)) }
      last = piece.slope
      try end += piece.width
    }
    resource.upper = end
    return (resource, leastPrice)
  }
}

/// Which block groups and resources belong to, -1 for none, and the prices paid between blocks.
struct BlockHomes {
  var prices: [Exact]
  var ofResource: [Int128]
  var ofGroup: [Int128]
}
