import OptionModel

/// Chooses groups to re-optimise together: those at a few sites between which they could change places.
///
/// Sites where the chosen options have high reduced costs come first, since the gap between plan and bound is the sum of
/// those costs and of what resources leave unused. A block that was solved to the end is not chosen again before one of
/// its sites has changed.
struct BlockChooser {
  struct Block {
    let groups: [Int]
    /// Options of the whole model that each group may choose from.
    let choices: [[Int]]
    fileprivate let sites: [Int32]
    fileprivate let stamp: Int
  }

  private static let blocksPerScore = 20
  /// Typical gaps that an option may cost above the best of its group.
  private static let dearest: Float = 20

  private var state: AnnealingState
  private let model: AnnealingModel
  let siteCount: Int
  private let sites: [Int32]
  private var scores: [Double] = []
  private var versions: [Int]
  private var closed = Set<Int>()
  private var blocks = 0
  private var isIn: [Bool]
  /// Sites and groups of blocks that are being worked on.
  private var reservedSites = Set<Int32>()
  private var reservedGroups = Set<Int>()
  private let siteOfResource: [Int32]

  init(_ state: AnnealingState) {
    self.state = state
    model = state.model
    let optionCount = Int(state.model.starts[state.model.groupCount])
    sites = Set((0..<optionCount).map { state.options[$0].site }).filter { $0 >= 0 }.sorted()
    siteCount = sites.count
    versions = Array(repeating: 0, count: state.model.resourceCount)
    isIn = Array(repeating: false, count: state.model.resourceCount)
    siteOfResource = Self.sitesOfResources(in: state.model)
  }

  /// The site with which options consume each resource most of the time; -1 where no site has a majority (R. S. Boyer and
  /// J. S. Moore, "MJRTY: a fast majority vote algorithm", 1991).
  private static func sitesOfResources(in model: AnnealingModel) -> [Int32] {
    var sites = [Int32](repeating: -1, count: model.resourceCount)
    var votes = [Int32](repeating: 0, count: model.resourceCount)
    for option in 0..<Int(model.starts[model.groupCount]) {
      let site = model.options[option].site
      for entry in Int(model.options[option].firstEntry)..<Int(model.options[option + 1].firstEntry) {
        let resource = Int(model.entries[entry].resource)
        if votes[resource] == 0 { sites[resource] = site }
        votes[resource] += sites[resource] == site ? 1 : -1
      }
    }
    return sites
  }

  /// `nil` when the chosen sites offer no choice, or none that was not tried before.
  mutating func block(sites count: Int, options limit: Int, generator: inout SeededGenerator) -> Block? {
    guard !sites.isEmpty else { return nil }
    if blocks % Self.blocksPerScore == 0 { score() }
    blocks += 1
    let chosen = choose(count, generator: &generator)
    defer { for site in chosen { isIn[Int(site)] = false } }
    var hash = StableHash()
    for site in chosen.sorted() {
      hash.add(Int(site))
      hash.add(versions[Int(site)])
    }
    guard !closed.contains(hash.value) else { return nil }
    return collect(chosen, limit: limit, stamp: hash.value, generator: &generator)
  }

  /// The block was solved to the end: nothing better is in it.
  mutating func close(_ block: Block) { if block.stamp != 0 { closed.insert(block.stamp) } }

  /// Blocks from now on have no site and no group of this one.
  mutating func reserve(_ block: Block) {
    reservedSites.formUnion(block.sites)
    reservedGroups.formUnion(block.groups)
  }

  /// Nothing is worked on any more.
  mutating func release() {
    reservedSites.removeAll(keepingCapacity: true)
    reservedGroups.removeAll(keepingCapacity: true)
  }

  mutating func move(_ group: Int, to source: Int) {
    guard let option = model.option(of: group, for: source) else { return }
    let old = Int(state.chosen[group])
    let change = state.change(from: old, to: option)
    state.moveLoads(from: old, to: option)
    state.settle(group, from: old, to: option, change: change)
    for site in [state.options[old].site, state.options[option].site] where site >= 0 { versions[Int(site)] += 1 }
  }

  private mutating func score() {
    scores = Array(repeating: model.scale * 0.1, count: model.resourceCount)
    for group in 0..<model.groupCount {
      let option = state.options[Int(state.chosen[group])]
      if option.site >= 0 { scores[Int(option.site)] += Double(option.reducedCost) }
    }
    for resource in 0..<model.resourceCount where siteOfResource[resource] >= 0 {
      scores[Int(siteOfResource[resource])] += state.gapShare(of: resource)
    }
  }

  /// One site by score, then sites that groups at the chosen ones could go to.
  private mutating func choose(_ count: Int, generator: inout SeededGenerator) -> [Int32] {
    let free = reservedSites.isEmpty ? sites : sites.filter { !reservedSites.contains($0) }
    guard !free.isEmpty else { return [] }
    let isBlind = generator.index(below: 10) == 0
    let first =
      isBlind
      ? free[generator.index(below: free.count)]
      : draw(free.map { ($0, scores[Int($0)]) }, generator: &generator)
    guard let first else { return [] }
    var chosen = [first]
    isIn[Int(first)] = true
    var attraction: [Int32: Double] = [:]
    while chosen.count < count {
      attract(chosen[chosen.count - 1], &attraction)
      let open = attraction.filter { !isIn[Int($0.key)] && !reservedSites.contains($0.key) }.sorted { $0.key < $1.key }
      let weighted = open.map { ($0.key, $0.value * (1 + scores[Int($0.key)] / model.scale)) }
      guard let next = draw(weighted, generator: &generator) else { break }
      chosen.append(next)
      isIn[Int(next)] = true
    }
    return chosen
  }

  private func attract(_ site: Int32, _ attraction: inout [Int32: Double]) {
    for place in 0..<state.members.count(at: site) {
      for option in model.options(of: state.members.group(place, at: site)) {
        let other = state.options[option]
        if other.site >= 0, other.site != site {
          attraction[other.site, default: 0] += 1 / (1 + Double(other.reducedCost) / model.scale)
        }
      }
    }
  }

  private func draw(_ weighted: [(Int32, Double)], generator: inout SeededGenerator) -> Int32? {
    var left = generator.fraction() * weighted.reduce(0) { $0 + $1.1 }
    for (site, weight) in weighted {
      left -= weight
      if left <= 0 { return site }
    }
    return weighted.last?.0
  }

  /// Groups at the sites, and those without a site, that could choose among them; the most undecided ones first.
  private func collect(
    _ chosen: [Int32], limit: Int, stamp: Int, generator: inout SeededGenerator
  ) -> Block? {
    var found: [(key: Float, group: Int, choices: [Int])] = []
    for site in chosen + [-1] {
      for place in 0..<state.members.count(at: site) {
        let group = state.members.group(place, at: site)
        guard !reservedGroups.contains(group) else { continue }
        let (choices, nearest) = choices(of: group)
        guard choices.count > 1 else { continue }
        found.append((nearest * (0.3 + Float(generator.fraction())), group, choices))
      }
    }
    let isWhole = found.reduce(0) { $0 + $1.choices.count } <= limit
    if !isWhole { found.sort { ($0.key, $0.group) < ($1.key, $1.group) } }
    var options = 0
    let kept = found.prefix { entry in
      options += entry.choices.count
      return options <= limit
    }.sorted { $0.group < $1.group }
    guard kept.count > 1 else { return nil }
    return Block(groups: kept.map(\.group), choices: kept.map(\.choices), sites: chosen, stamp: isWhole ? stamp : 0)
  }

  private func choices(of group: Int) -> (choices: [Int], nearest: Float) {
    let current = Int(state.chosen[group])
    let limit = state.options[current].reducedCost + Self.dearest * Float(model.scale)
    var choices: [Int] = []
    var nearest = Float.infinity
    for option in model.options(of: group) {
      let value = state.options[option]
      guard option == current || ((value.site < 0 || isIn[Int(value.site)]) && value.reducedCost <= limit) else {
        continue
      }
      choices.append(Int(value.source))
      if option != current { nearest = min(nearest, value.reducedCost) }
    }
    return (choices, nearest)
  }
}
