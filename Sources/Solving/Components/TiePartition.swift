import OptionModel

/// Blocks of resources that many groups are nearly undecided between, such as the people of a region, for models that are
/// too large for one tree. What joins the blocks is bought and sold at its price, so the fewer groups are undecided between
/// two blocks, the less is lost.
///
/// Resources are joined like the edges of a lightest spanning tree, those with the most undecided groups first (J. B. Kruskal,
/// "On the shortest spanning subtree of a graph and the traveling salesman problem", Proceedings of the American
/// Mathematical Society 7, 1956, pages 48-50), as long as no block gets too large.
struct TiePartition: PricedBlocks {
  private(set) var roles: [Partition.Role]
  /// By group; 0 is the block of those that compete with nobody.
  private(set) var blockOfGroup: [Int]
  private(set) var blockCount = 1

  /// By group: the first resource of its cheapest option; -1 where it competes with nobody.
  private var anchors: [Int]
  private let model: OptionModel

  /// `nil` where there would be one block only, or too many groups are undecided between blocks. O(size of the model), and
  /// sorting the pairs of resources with undecided groups.
  ///
  /// - Parameters:
  ///   - mostOptions: of all groups of one block together.
  ///   - mostDivided: the largest part of the groups that may be undecided between blocks; where there are more, most of
  ///     what blocks prove is lost at their prices.
  init?(_ model: OptionModel, lagrangian: Lagrangian, mostOptions: Int, mostDivided: Double = 0.3) {
    self.model = model
    var reader = OpenLoads(model, isOpen: { _ in true })
    let relevance = ResourceRelevance(model, spread: reader.spread)
    roles = relevance.indices.map { _ in .priced }
    blockOfGroup = Array(repeating: 0, count: model.groupCount)
    anchors = Array(repeating: -1, count: model.groupCount)
    let wide = Partition.wide(&reader, relevance)
    let joins = relevance.indices.indices.map { relevance.indices[$0] >= 0 && !wide.contains($0) }
    let nearby = Self.nearby(model, lagrangian)
    var ties: [Pair: Int] = [:]
    reader.forEachGroup { group, _, changing in
      guard let first = changing.filter({ joins[$0] }).min() else { return }
      let near = Self.resources(of: nearby(group), model, among: joins)
      anchors[group] = near.first ?? first
      for resource in near.dropFirst() where resource != anchors[group] {
        ties[Pair(anchors[group], resource), default: 0] += 1
      }
    }
    join(ties, joins, mostOptions: mostOptions)
    let divided = (0..<model.groupCount).count { group in
      Set(Self.resources(of: nearby(group), model, among: joins).map { roles[$0] }).count > 1
    }
    guard blockCount > 2, Double(divided) <= mostDivided * Double(model.groupCount) else { return nil }
  }

  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ left: Int, _ right: Int) { (low, high) = (min(left, right), max(left, right)) }
  }

  /// The options of a group that cost no more above its cheapest than the second cheapest does in half of all groups; the
  /// cheapest comes first.
  private static func nearby(_ model: OptionModel, _ lagrangian: Lagrangian) -> (Int) -> [Int] {
    let costs = lagrangian.reducedCosts
    let seconds = (0..<model.groupCount).compactMap { group -> Int128? in
      let options = model.options(ofGroup: group)
      return options.count < 2 ? nil : options.map { costs[$0] }.sorted()[1]
    }.sorted()
    let most = seconds.isEmpty ? 0 : seconds[seconds.count / 2]
    return { group in
      model.options(ofGroup: group).filter { costs[$0] <= most }.sorted { (costs[$0], $0) < (costs[$1], $1) }
    }
  }

  /// In the order in which the options name them.
  private static func resources(of options: [Int], _ model: OptionModel, among permitted: [Bool]) -> [Int] {
    var (found, seen) = ([Int](), Set<Int>())
    for option in options {
      for consumed in model.consumptions(ofOption: option) {
        let resource = consumed.resource
        if permitted[resource], seen.insert(resource).inserted { found.append(resource) }
      }
    }
    return found
  }

  private mutating func join(_ ties: [Pair: Int], _ joins: [Bool], mostOptions: Int) {
    var sets = DisjointSets(count: joins.count)
    var sizes = [Int](repeating: 0, count: joins.count)
    for (group, anchor) in anchors.enumerated() where anchor >= 0 {
      sizes[anchor] += model.options(ofGroup: group).count
    }
    for (pair, _) in ties.sorted(by: { ($0.value, $1.key.low, $1.key.high) > ($1.value, $0.key.low, $0.key.high) }) {
      let (low, high) = (sets.root(of: pair.low), sets.root(of: pair.high))
      guard low != high, sizes[low] + sizes[high] <= mostOptions else { continue }
      sets.join(low, high)
      sizes[sets.root(of: low)] = sizes[low] + sizes[high]
    }
    var numbers: [Int: Int] = [:]
    for resource in joins.indices where joins[resource] && sizes[sets.root(of: resource)] > 0 {
      let root = sets.root(of: resource)
      numbers[root] = numbers[root] ?? numbers.count + 1
      roles[resource] = .joint(numbers[root] ?? 0)
    }
    blockCount = numbers.count + 1
    for (group, anchor) in anchors.enumerated() where anchor >= 0 {
      blockOfGroup[group] = numbers[sets.root(of: anchor)] ?? 0
    }
  }
}
