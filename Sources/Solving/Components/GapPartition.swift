import OptionModel

/// Blocks of resources around the groups and resources that the gap between the best selection and the bound is due to,
/// for models that are too large for one tree. Everything else is priced away.
///
/// Over weeks, a few groups often make up half of the gap: each fits nobody as a whole, and the relaxation cuts it into
/// pieces. A block has the resources that such a group could use, its cheapest options first, and then those whose users are
/// in the block already.
struct GapPartition: PricedBlocks {
  /// What contributes less than this part of the gap begins no block.
  private static let leastShare = 0.002
  private static let mostBlocks = 40
  /// A resource joins a block late only where at least this part of its users is in it.
  private static let closeness = 0.5

  private(set) var roles: [Partition.Role]
  /// By group; 0 is the block of all that is priced away.
  private(set) var blockOfGroup: [Int]
  private(set) var blockCount = 1

  private let model: OptionModel
  private let lagrangian: Lagrangian
  private let mostOptions: Int
  private let relevance: ResourceRelevance
  /// By group: the resources whose load it can change and that matter; by resource: these groups.
  private var resourcesOfGroup: [[Int32]]
  private var usersOfResource: [[Int32]]
  /// By resource: how many of its users are in the block at hand.
  private var usersInside: [Int]
  private var size = 0
  private var candidates: Set<Int> = []

  /// `nil` where the gap is spread so widely that no block is worth it. O(size of the model), and for each block the
  /// resources near it squared.
  ///
  /// - Parameter mostOptions: of one block.
  init?(_ model: OptionModel, lagrangian: Lagrangian, selection: Selection, mostOptions: Int) {
    (self.model, self.lagrangian, self.mostOptions) = (model, lagrangian, mostOptions)
    var reader = OpenLoads(model, isOpen: { _ in true })
    relevance = ResourceRelevance(model, spread: reader.spread)
    roles = relevance.indices.map { _ in .priced }
    blockOfGroup = Array(repeating: 0, count: model.groupCount)
    usersInside = Array(repeating: 0, count: model.resourceCount)
    var resourcesOfGroup = [[Int32]](repeating: [], count: model.groupCount)
    var usersOfResource = [[Int32]](repeating: [], count: model.resourceCount)
    reader.forEachGroup { [indices = relevance.indices] group, _, resources in
      for resource in resources where indices[resource] >= 0 {
        resourcesOfGroup[group].append(Int32(resource))
        usersOfResource[resource].append(Int32(group))
      }
    }
    (self.resourcesOfGroup, self.usersOfResource) = (resourcesOfGroup, usersOfResource)
    beginBlocks(by: GapShares(model, lagrangian: lagrangian, selection: selection))
    guard blockCount > 1 else { return nil }
  }

  /// The largest contributors first.
  private mutating func beginBlocks(by shares: GapShares) {
    let least = shares.total * Self.leastShare
    let seeds =
      shares.groups.enumerated().map { (share: $1, group: $0, resource: -1) }
      + shares.resources.enumerated().map { (share: $1, group: -1, resource: $0) }
    let order = seeds.filter { $0.share > least }.sorted {
      ($0.share, $1.group, $1.resource) > ($1.share, $0.group, $0.resource)
    }
    for seed in order where blockCount <= Self.mostBlocks {
      seed.group >= 0 ? begin(around: seed.group) : begin(at: seed.resource)
    }
  }

  // MARK: Blocks

  private mutating func begin(around group: Int) {
    guard blockOfGroup[group] == 0 else { return }
    let options = model.options(ofGroup: group).sorted {
      (lagrangian.reducedCosts[$0], $0) < (lagrangian.reducedCosts[$1], $1)
    }
    let changing = Set(resourcesOfGroup[group])
    for option in options {
      for consumed in model.consumptions(ofOption: option) {
        if changing.contains(Int32(consumed.resource)) { add(consumed.resource) }
      }
    }
    end()
  }

  private mutating func begin(at resource: Int) {
    guard relevance.indices[resource] >= 0, case .priced = roles[resource] else { return }
    add(resource)
    end()
  }

  /// Takes a resource and all of its users that are still free, unless the block gets too large.
  @discardableResult
  private mutating func add(_ resource: Int) -> Bool {
    guard case .priced = roles[resource] else { return false }
    let users = usersOfResource[resource].filter { blockOfGroup[Int($0)] == 0 }
    let added = users.reduce(0) { $0 + model.options(ofGroup: Int($1)).count }
    guard size + added > 0, size + added <= mostOptions else { return false }
    roles[resource] = .joint(blockCount)
    candidates.remove(resource)
    size += added
    for group in users.map({ Int($0) }) {
      blockOfGroup[group] = blockCount
      for other in resourcesOfGroup[group].map({ Int($0) }) {
        usersInside[other] += 1
        if case .priced = roles[other] { candidates.insert(other) }
      }
    }
    return true
  }

  /// Adds what is close to the block as long as there is room, and makes way for the next one.
  private mutating func end() {
    while let closest = closest {
      if !add(closest) { candidates.remove(closest) }
    }
    for resource in usersInside.indices { usersInside[resource] = 0 }
    candidates.removeAll()
    blockCount += size > 0 ? 1 : 0
    size = 0
  }

  /// The resource with the largest part of its users inside.
  private var closest: Int? {
    let ranked = candidates.map { ($0, Double(usersInside[$0]) / Double(max(1, usersOfResource[$0].count))) }
    guard let best = ranked.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) }), best.1 >= Self.closeness else { return nil }
    return best.0
  }
}
