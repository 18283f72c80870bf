/// New numbers for the groups, options and resources of a model; options stay in their groups.
struct ProofNumbering {
  /// By old number: the new one.
  let groups: [Int32]
  let options: [Int32]
  let resources: [Int32]
  /// Options of old group `g` are `groupStarts[g] ..< groupStarts[g + 1]`.
  private let groupStarts: [Int]

  /// `groupSizes` are numbers of options, by old group.
  init(groups: [Int32], options: [Int32], resources: [Int32], groupSizes: [Int]) {
    (self.groups, self.options, self.resources) = (groups, options, resources)
    groupStarts = groupSizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The numbering of a block: among its own, in the same order.
  func restricted(toGroups own: [Int], resources ownResources: [Int]) -> ProofNumbering {
    let ranges = own.map { groupStarts[$0]..<groupStarts[$0 + 1] }
    return ProofNumbering(
      groups: Self.ranks(own.map { groups[$0] }), options: Self.ranks(ranges.joined().map { options[$0] }),
      resources: Self.ranks(ownResources.map { resources[$0] }), groupSizes: ranges.map(\.count))
  }

  /// The numbering of what is left without some options.
  func without(options gone: [Int32]) -> ProofNumbering {
    var isOut = [Bool](repeating: false, count: options.count)
    for option in gone where isOut.indices.contains(Int(option)) { isOut[Int(option)] = true }
    let sizes = zip(groupStarts, groupStarts.dropFirst()).map { start, end in (start..<end).count { !isOut[$0] } }
    let left = options.indices.filter { !isOut[$0] }
    return ProofNumbering(
      groups: groups, options: Self.ranks(left.map { options[$0] }), resources: resources, groupSizes: sizes)
  }

  private static func ranks(_ numbers: [Int32]) -> [Int32] {
    ModelOrder.inverse(numbers.indices.sorted { numbers[$0] < numbers[$1] }.map { Int32($0) })
  }
}
