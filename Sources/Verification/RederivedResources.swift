import Portfolio

/// Every resource of the formulation with its limit and price, and the inherited loads they start from.
struct RederivedResources: Sendable {
  /// All but the split resources, whose number grows with families times CSMs.
  let table: [ResourceKey: RederivedResource]
  /// Loads when what has begun goes on, every other settled account stays and every departing one ends unassigned.
  let inherited: [ResourceKey: Int64]
  private let split: RederivedResource?

  init(_ rules: Rederivation) {
    let inherited = rules.inheritedLoads()
    self.inherited = inherited
    table =
      [
        rules.hoursResources(inherited), rules.balanceResources(), rules.bookResources(inherited),
        rules.transitionResources(inherited),
      ]
      .reduce(into: rules.slotResources().merging(rules.budgetResources()) { first, _ in first }) {
        table, part in
        table.merge(part) { first, _ in first }
      }
    split = rules.splitResource
  }

  /// Limit and price; `nil` when the formulation has no such resource. Split resources are taken to exist for every
  /// pair, which changes no charge: one that does not exist never has a load above 0.
  func resource(_ key: ResourceKey) -> RederivedResource? {
    if case .familySplit = key { return split }
    return table[key]
  }

  /// The split resources that really exist, from the final CSMs that the options of each member reach. All have the
  /// same limit and price.
  static func splitKeys(_ rules: Rederivation) -> Set<ResourceKey> {
    guard rules.splitResource != nil else { return [] }
    var keys: Set<ResourceKey> = []
    for family in rules.splitFamilies {
      for member in family.members where member != family.anchor {
        let single = RederivedGroup(members: [member], anchor: nil)
        for option in rules.options(of: single) {
          guard let csm = rules.finalCSM(of: member, under: option) else { continue }
          keys.insert(.familySplit(account: Int32(member), csm: Int32(csm)))
        }
      }
    }
    return keys
  }
}
