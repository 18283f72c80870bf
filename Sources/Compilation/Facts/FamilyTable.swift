import Portfolio

/// Who belongs together, and which accounts make up a group of the model.
struct FamilyTable: Sendable {
  /// Members of group `g` are `members[memberStarts[g] ..< memberStarts[g + 1]]`, ascending.
  private(set) var memberStarts: [Int32] = [0]
  private(set) var members: [Int32] = []
  /// By account.
  private(set) var groupOfAccount: [Int32]
  /// The anchor of the family of an account, or -1 where it has none.
  private(set) var anchors: [Int32]
  /// Families whose members are groups of their own, priced when they are split; members ascending.
  private(set) var dissolved: [[Int]] = []

  var groupCount: Int { memberStarts.count - 1 }

  func members(ofGroup group: Int) -> ArraySlice<Int32> {
    members[Int(memberStarts[group])..<Int(memberStarts[group + 1])]
  }

  init(accounts: [Account], facts: [AccountFacts], mode: FamilyPolicy.Mode) {
    groupOfAccount = Array(repeating: -1, count: accounts.count)
    anchors = groupOfAccount
    let families = mode == .off ? [] : FamilyTable.families(of: accounts)
    var jointByFirst: [Int: [Int]] = [:]
    for family in families {
      let anchor = FamilyTable.anchor(of: family, accounts: accounts)
      for member in family.members { anchors[member] = Int32(anchor) }
      let isJoint = mode == .together && family.members.allSatisfy { facts[$0].standing == .settled }
      if isJoint {
        jointByFirst[family.members[0]] = family.members
      } else {
        dissolved.append(family.members)
      }
    }
    for account in accounts.indices where groupOfAccount[account] < 0 {
      appendGroup(jointByFirst[account] ?? [account])
    }
  }

  private mutating func appendGroup(_ newMembers: [Int]) {
    for member in newMembers { groupOfAccount[member] = Int32(groupCount) }
    members += newMembers.map { Int32($0) }
    memberStarts.append(Int32(members.count))
  }

  /// Families of at least two, by first member.
  private static func families(of accounts: [Account]) -> [(key: String, members: [Int])] {
    let indices = Dictionary(
      accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var membersByKey: [String: [Int]] = [:]
    for account in accounts.indices where accounts[account].parentID != nil {
      membersByKey[key(of: account, accounts, indices), default: []].append(account)
    }
    // An account without a parent is the root of its family, if anyone points at it.
    for account in accounts.indices where accounts[account].parentID == nil {
      membersByKey[accounts[account].id]?.append(account)
    }
    return membersByKey.filter { $0.value.count > 1 }.map { ($0.key, $0.value.sorted()) }
      .sorted { $0.1[0] < $1.1[0] }
  }

  /// Follows the parents upwards. On a cycle, which nothing in the data resolves, the smallest id of the cycle.
  private static func key(of account: Int, _ accounts: [Account], _ indices: [String: Int]) -> String {
    var path = [account]
    while let parent = accounts[path[path.count - 1]].parentID {
      guard let next = indices[parent] else { return parent }
      if let repeated = path.firstIndex(of: next) {
        return path[repeated...].map { accounts[$0].id }.min() ?? parent
      }
      path.append(next)
    }
    return accounts[path[path.count - 1]].id
  }

  private static func anchor(of family: (key: String, members: [Int]), accounts: [Account]) -> Int {
    if let root = family.members.first(where: { accounts[$0].id == family.key }) { return root }
    return family.members.max { left, right in
      let (leftARR, rightARR) = (accounts[left].arr ?? .zero, accounts[right].arr ?? .zero)
      return leftARR == rightARR ? left > right : leftARR < rightARR
    } ?? family.members[0]
  }
}
