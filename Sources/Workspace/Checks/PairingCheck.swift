import Portfolio

/// Finds pins that contradict each other or a forbidden pair: such rules cannot all hold whatever the plan.
struct PairingCheck {
  let source: MappedTable<AccountColumn>
  let policy: Policy

  func run(_ accounts: AccountTable) {
    var pins = Dictionary(
      policy.eligibility.pins.map { ($0.accountID, [$0.csmID]) }, uniquingKeysWith: { $0 + $1 })
    let forbidden = Set(policy.eligibility.forbidden.map { [$0.accountID, $0.csmID] })
    if pins.isEmpty, source.mapping.position(.pinned) == nil { return }
    var pinned: [(position: Int, csm: String)] = []
    for (position, account) in accounts.accounts.enumerated() {
      if let csm = account.pinnedCSMID { pins[account.id, default: []].append(csm) }
      guard let targets = pins[account.id] else { continue }
      check(account, targets, forbidden, RowReader(source: source, row: accounts.rows[position]))
      pinned.append((position, targets[0]))
    }
    if policy.families.mode == .together { checkFamilies(pinned, accounts) }
  }

  private func check(
    _ account: Account, _ targets: [String], _ forbidden: Set<[String]>, _ row: RowReader<AccountColumn>
  ) {
    let distinct = Set(targets).sorted()
    if distinct.count > 1 {
      let names = distinct.map { DisplayText.shown($0) }.joined(separator: " and ")
      let text = "The account is pinned to more than one CSM: \(names)."
      report(account, row, .init(text, value: account.id, advice: "Maybe remove all pins but one (column and policy)."))
    }
    for csm in distinct where forbidden.contains([account.id, csm]) {
      let advice = "Maybe remove the pin or the forbidden pair."
      report(
        account, row, .init("The account is pinned to a CSM who is forbidden for it.", value: csm, advice: advice))
    }
  }

  /// In the row of the account where it pins, else in the policy.
  private func report(_ account: Account, _ row: RowReader<AccountColumn>, _ text: IssueCollector.Text) {
    guard account.pinnedCSMID == nil else { return row.report(.pinned, text) }
    source.issues.add(.error, .policy, file: WorkspaceReader.policyFile, column: "eligibility.pins", text)
  }

  private func checkFamilies(_ pinned: [(position: Int, csm: String)], _ accounts: AccountTable) {
    var first: [String: (position: Int, csm: String)] = [:]
    for (position, csm) in pinned {
      let root = root(of: position, accounts)
      guard let other = first[root] else {
        first[root] = (position, csm)
        continue
      }
      guard other.csm != csm else { continue }
      let line = accounts.lines[other.position]
      let text =
        "The family must stay together, but this account and that of line \(line) are pinned to different CSMs."
      RowReader(source: source, row: accounts.rows[position])
        .report(
          .pinned, .init(text, value: csm, advice: "Maybe remove one pin, or set `families: {mode: price}`."))
    }
  }

  /// The topmost parent, which may be missing from the file. Bounded, because a cycle was only reported.
  private func root(of position: Int, _ accounts: AccountTable) -> String {
    var id = accounts.accounts[position].id
    var parent = accounts.accounts[position].parentID
    var steps = 0
    while let next = parent, steps < accounts.accounts.count {
      id = next
      parent = accounts.position(next).flatMap { accounts.accounts[$0].parentID }
      steps += 1
    }
    return id
  }
}
