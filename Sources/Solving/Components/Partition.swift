import OptionModel

/// Which groups compete with each other: components of the options that are open.
///
/// Two groups compete where both can change the load of a resource that matters (see `ResourceRelevance`). Resources
/// that nearly everybody uses, such as a budget of moves, join what would fall apart without them; they get a price
/// instead.
struct Partition: Sendable {
  /// A part of the groups; resources that more of them use than this may be priced away.
  private static let wideShare = 0.5
  /// The largest component may have at most this part of the open options: else one tree for all is as good.
  private static let mostInOne = 0.9

  /// How a resource takes part.
  enum Role: Sendable, Hashable {
    /// All selections charge it the same, or the same for every quantum.
    case linear(slope: Double)
    /// Its load is that of one component, which has this number.
    case joint(Int)
    /// It joins components and is paid for.
    case priced
  }

  /// By resource.
  private(set) var roles: [Role]
  /// By group: the number of its component, or 0 where it competes with nobody.
  private(set) var componentOfGroup: [Int]
  /// With the component 0 of those that compete with nobody.
  private(set) var componentCount = 1
  /// Of the open options, the part that is in the largest component.
  private(set) var largestShare = 0.0
  /// Whether what is paid for resources is a whole number of steps of objectives, and may be changed between rounds.
  private(set) var paysInSteps = true

  /// Blocks that may use each other's resources at their prices.
  init(_ blocks: some PricedBlocks) {
    (roles, componentOfGroup, componentCount) = (blocks.roles, blocks.blockOfGroup, blocks.blockCount)
    paysInSteps = false
  }

  /// `nil` where the model does not fall apart. O(open consumptions).
  init?(_ model: OptionModel, isOpen: (Int) -> Bool) {
    var reader = OpenLoads(model, isOpen: isOpen)
    let relevance = ResourceRelevance(model, spread: reader.spread)
    roles = relevance.slopes.map { .linear(slope: $0) }
    componentOfGroup = Array(repeating: 0, count: model.groupCount)
    let wide = Self.wide(&reader, relevance)
    let isSplit =
      divide(&reader, relevance, priced: []) || (!wide.isEmpty && divide(&reader, relevance, priced: wide))
    guard isSplit else { return nil }
  }

  /// The resources that matter to nearly everybody: they join what would fall apart without them.
  static func wide(_ reader: inout OpenLoads, _ relevance: ResourceRelevance) -> Set<Int> {
    var users = [Int](repeating: 0, count: relevance.indices.count)
    var competing = 0
    reader.forEachGroup { _, _, resources in
      let relevant = resources.filter { relevance.indices[$0] >= 0 }
      for resource in relevant { users[resource] += 1 }
      competing += relevant.isEmpty ? 0 : 1
    }
    return Set(relevance.kept.filter { Double(users[$0]) > wideShare * Double(competing) })
  }

  /// Tells whether the components are small enough.
  private mutating func divide(_ reader: inout OpenLoads, _ relevance: ResourceRelevance, priced: Set<Int>) -> Bool {
    var sets = DisjointSets(count: roles.count)
    let joins = { (resource: Int) in relevance.indices[resource] >= 0 && !priced.contains(resource) }
    reader.forEachGroup { _, _, resources in
      guard let first = resources.first(where: joins) else { return }
      for resource in resources where joins(resource) { sets.join(first, resource) }
    }
    var numbers: [Int: Int] = [:]
    for resource in relevance.kept where joins(resource) {
      let number = numbers[sets.root(of: resource), default: numbers.count + 1]
      numbers[sets.root(of: resource)] = number
      roles[resource] = .joint(number)
    }
    componentCount = numbers.count + 1
    return assign(&reader, joins, priced: priced)
  }

  /// Puts groups into components, and priced resources that only one of them uses back into it.
  private mutating func assign(_ reader: inout OpenLoads, _ joins: (Int) -> Bool, priced: Set<Int>) -> Bool {
    var sizes = [Int](repeating: 0, count: componentCount)
    var (home, isShared) = ([Int: Int](), Set<Int>())
    reader.forEachGroup { group, openCount, resources in
      let first = resources.first(where: joins)
      var component = 0
      if let first, case .joint(let number) = roles[first] { component = number }
      componentOfGroup[group] = component
      sizes[component] += component > 0 ? openCount : 0
      for resource in resources where priced.contains(resource) {
        if home[resource, default: component] != component { isShared.insert(resource) }
        home[resource] = component
      }
    }
    for resource in priced {
      let isPriced = isShared.contains(resource) || home[resource, default: 0] == 0
      roles[resource] = isPriced ? .priced : .joint(home[resource, default: 0])
    }
    let total = sizes.reduce(0, +)
    largestShare = Double(sizes.max() ?? 0) / Double(max(1, total))
    return largestShare <= Self.mostInOne
  }
}

/// A way to divide a model that does not fall apart.
protocol PricedBlocks {
  /// By resource: its block, or that it is priced away.
  var roles: [Partition.Role] { get }
  /// By group; 0 is the block of those that compete with nobody or are priced away.
  var blockOfGroup: [Int] { get }
  /// With block 0.
  var blockCount: Int { get }
}
