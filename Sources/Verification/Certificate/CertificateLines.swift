import PlanDocument

/// Translates a proof into the lines of a certificate, see the page Certificate of the documentation.
///
/// What the file of a proof numbers among the options that a reduction left is numbered here among all options of its part.
struct CertificateLines {
  private let body: (String) throws -> Void
  private let resourceCount: Int
  /// By group of the part: how many options it has.
  private let groupSizes: [Int]
  /// Options of the proof as those of the part.
  private var numbers: [Int32]
  /// What the checker holds for the resources at this place.
  private var multipliers: [Int64]

  init(groupSizes: [Int], resourceCount: Int, _ body: @escaping (String) throws -> Void) {
    (self.groupSizes, self.resourceCount, self.body) = (groupSizes, resourceCount, body)
    numbers = Array(0..<Int32(groupSizes.reduce(0, +)))
    multipliers = Array(repeating: 0, count: resourceCount)
  }

  /// - Throws: `UnknownNumber` where the proof names what the model does not have.
  mutating func write(_ part: ProofPart) throws {
    switch part {
    case .multipliers(let values): try write("leaf", try changes(to: positions(values)))
    case .tree(let tree): try write(tree)
    case .reduced(let reduced):
      let gone = try options(reduced.impossible)
      let names = gone.map { "x\($0)" }
      if let cutoff = reduced.cutoff, let fixing = reduced.fixing {
        try write("drop \(cutoff)", names + (try changes(to: positions(fixing))))
      } else {
        try write("drop", names)
      }
      let isGone = Set(gone)
      numbers.removeAll(where: isGone.contains)
      try write(reduced.proof)
    case .blocks(let blocks): try write(blocks)
    }
  }

  private mutating func write(_ tree: ProofTree) throws {
    try write("fix \(tree.cutoff)", try changes(to: positions(tree.fixing)))
    for cut in tree.cuts {
      let terms =
        terms("g", cut.groups) + terms("r", cut.resources) + terms("c", cut.cuts)
        + (try options(cut.options)).map { "x\($0)" } + terms("i", cut.intervals)
      try write("cut \(cut.divisor) \(cut.shift)", terms)
    }
    if let refixing = tree.refixing {
      try write("fix \(tree.refixingCutoff ?? tree.cutoff)", try leaf(refixing, positions(refixing.resources)))
    }
    for split in tree.splits {
      try write("split \(split.threshold)", try options(split.options).map { "x\($0)" })
    }
    try writeCases(tree.nodes)
  }

  /// "At most" before "more", depth first; a node that is visited twice or never leaves a file that nobody accepts.
  private mutating func writeCases(_ nodes: [ProofNode]) throws {
    var resources: [[Int64]] = []
    var last = [Int64](repeating: 0, count: resourceCount)
    for case .leaf(let leaf) in nodes {
      last = try positions(leaf.resources, changedFrom: last)
      resources.append(last)
    }
    var leafNumbers = [Int](repeating: 0, count: nodes.count)
    var count = 0
    for (index, node) in nodes.enumerated() {
      if case .leaf = node {
        leafNumbers[index] = count
        count += 1
      }
    }
    var (pending, visits) = ([0], 0)
    while let index = pending.popLast() {
      visits += 1
      guard nodes.indices.contains(index), visits <= nodes.count else {
        throw UnknownNumber(noun: "node", number: index)
      }
      switch nodes[index] {
      case .leaf(let leaf): try write("leaf", try self.leaf(leaf, resources[leafNumbers[index]]))
      case .inner(let split, let below, let above):
        try write("branch \(split)", [])
        pending += [Int(above), Int(below)]
      }
    }
  }

  private mutating func leaf(_ leaf: ProofLeaf, _ resources: [Int64]) throws -> [String] {
    changes(to: resources) + terms("c", leaf.cuts) + terms("s", leaf.splits)
  }

  private mutating func changes(to values: [Int64]) -> [String] {
    defer { multipliers = values }
    return terms("r", NumberedValues(positions: values, changedFrom: multipliers))
  }

  private func write(_ blocks: ProofBlocks) throws {
    let count = blocks.blocks.count
    let owners = blocks.blockOfResource.enumerated().filter { $1 >= 0 }.map { "r\($0)=\($1)" }
    let homes = blocks.blockOfGroup.enumerated().map { "g\($0)=\($1)" }
    try write("blocks \(count)", terms("p", blocks.prices) + owners + homes)
    let left = sizesLeft
    let resources = ProofNumbering.members(of: count, blocks.blockOfResource)
    let groups = ProofNumbering.members(of: count, blocks.blockOfGroup)
    for (block, part) in blocks.blocks.enumerated() {
      let sizes = groups[block].map { left.indices.contains($0) ? left[$0] : 0 }
      var lines = CertificateLines(groupSizes: sizes, resourceCount: resources[block].count, body)
      try lines.write(part)
    }
  }

  /// By group: how many of its options are left.
  private var sizesLeft: [Int] {
    let homes = groupSizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
    return numbers.reduce(into: groupSizes.map { _ in 0 }) { $0[homes[Int($1)]] += 1 }
  }

  private func options(_ listed: [Int32]) throws -> [Int32] {
    try listed.map {
      guard numbers.indices.contains(Int($0)) else { throw UnknownNumber(noun: "option", number: Int($0)) }
      return numbers[Int($0)]
    }
  }

  private func positions(_ values: NumberedValues, changedFrom earlier: [Int64]? = nil) throws -> [Int64] {
    do throws(MisplacedNumber) {
      return try values.positions(changedFrom: earlier ?? Array(repeating: 0, count: resourceCount))
    } catch {
      throw UnknownNumber(noun: "resource", number: Int(error.number))
    }
  }

  private func terms(_ kind: String, _ values: NumberedValues) -> [String] {
    values.entries.map { "\(kind)\($0.number)=\($0.value)" }
  }

  private func write(_ keyword: String, _ terms: [String]) throws {
    try body(([keyword] + terms).joined(separator: " "))
  }
}
