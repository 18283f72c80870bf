import Portfolio

/// Section "Groups".
extension Rederivation {
  /// Families of at least two accounts, in the order of their first members.
  static func families(of portfolio: Portfolio, accountIndex: [String: Int]) -> [RederivedFamily] {
    var members: [String: [Int]] = [:]
    for index in portfolio.accounts.indices {
      members[familyKey(of: index, in: portfolio, accountIndex: accountIndex), default: []].append(index)
    }
    return members.filter { $0.value.count > 1 }
      .map { key, members in
        RederivedFamily(
          members: members,
          anchor: accountIndex[key] ?? largest(of: members, in: portfolio))
      }
      .sorted { $0.members[0] < $1.members[0] }
  }

  private static func familyKey(
    of account: Int, in portfolio: Portfolio, accountIndex: [String: Int]
  ) -> String {
    var current = account
    // No chain is longer than the file, unless it runs in a circle.
    for _ in portfolio.accounts.indices {
      guard let parent = portfolio.accounts[current].parentID else { break }
      guard let next = accountIndex[parent] else { return parent }
      current = next
    }
    return portfolio.accounts[current].id
  }

  private static func largest(of members: [Int], in portfolio: Portfolio) -> Int {
    var best = members[0]
    for member in members.dropFirst()
    where (portfolio.accounts[member].arr ?? .zero) > (portfolio.accounts[best].arr ?? .zero) {
      best = member
    }
    return best
  }

  /// Groups in order of their first members, and the families that have split resources.
  static func groups(
    _ families: [RederivedFamily], standings: [RederivedStanding], mode: FamilyPolicy.Mode
  ) -> (groups: [RederivedGroup], splitFamilies: [RederivedFamily]) {
    func isJoint(_ family: RederivedFamily) -> Bool {
      mode == .together && family.members.allSatisfy { standings[$0] == .settled }
    }
    let joint = families.filter(isJoint)
    let together = Set(joint.flatMap(\.members))
    let groups =
      joint.map { RederivedGroup(members: $0.members, anchor: $0.anchor) }
      + standings.indices.filter { !together.contains($0) }.map { RederivedGroup(members: [$0], anchor: nil) }
    return (
      groups.sorted { $0.members[0] < $1.members[0] }, mode == .off ? [] : families.filter { !isJoint($0) }
    )
  }
}
