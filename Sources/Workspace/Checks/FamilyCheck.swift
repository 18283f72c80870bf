import Portfolio

/// Resolves parents: a parent in the file takes its canonical id, any other is only a key that groups accounts.
struct FamilyCheck {
  let source: MappedTable<AccountColumn>

  func run(_ accounts: inout AccountTable) {
    guard source.mapping.position(.parent) != nil else { return }
    // An "ultimate parent" of a topmost account is the account itself in some exports.
    let mayBeOwnParent = source.mapping.isTitled(.parent, ["Ultimate Parent"])
    var parents = [Int?](repeating: nil, count: accounts.accounts.count)
    for position in accounts.accounts.indices {
      guard let text = accounts.accounts[position].parentID, let parent = accounts.position(text) else {
        continue
      }
      if parent == position, mayBeOwnParent {
        accounts.accounts[position].parentID = nil
        continue
      }
      accounts.accounts[position].parentID = accounts.accounts[parent].id
      parents[position] = parent
    }
    for cycle in Cycles.find(in: parents) { report(cycle, accounts) }
  }

  private func report(_ cycle: [Int], _ accounts: AccountTable) {
    let names = Cycles.shown(cycle.map { accounts.accounts[$0].id })
    let row = RowReader(source: source, row: accounts.rows[cycle[0]])
    row.report(
      .parent,
      .init(
        "These accounts are each other's parents in a circle: \(names).",
        advice: "Maybe the topmost one has no parent."))
  }
}
