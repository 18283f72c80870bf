import Portfolio
import Workspace

/// The edits of files that lead from one portfolio to another, as far as repairs change it.
struct PortfolioEdits {
  private let accountLines: [Int]
  private let csmLines: [Int]

  init(accountLines: [Int], csmLines: [Int]) {
    self.accountLines = accountLines
    self.csmLines = csmLines
  }

  /// By file; agreements are in no file of the workspace.
  func edits(from old: Portfolio, to new: Portfolio) -> [WorkspaceEdit] {
    zip(old.accounts, new.accounts).enumerated().flatMap { accountEdits($0, $1.0, $1.1) }
      + zip(old.csms, new.csms).enumerated().flatMap { csmEdits($0, $1.0, $1.1) }
      + pairs(old.policy.eligibility.pins, new.policy.eligibility.pins, "pins")
      + pairs(old.policy.eligibility.forbidden, new.policy.eligibility.forbidden, "forbidden")
      + numbers(old.policy.handoffs, new.policy.handoffs)
  }

  private func accountEdits(_ index: Int, _ old: Account, _ new: Account) -> [WorkspaceEdit] {
    guard old != new else { return [] }
    func cell(_ column: String, _ value: String) -> WorkspaceEdit {
      let line = accountLines.indices.contains(index) ? accountLines[index] : index + 2
      return .cell(file: WorkspaceReader.accountsFile, line: line, column: column, value: value)
    }
    return (old.pinnedCSMID != new.pinnedCSMID ? [cell("pinned_csm_id", new.pinnedCSMID ?? "")] : [])
      + (old.poolOK != new.poolOK ? [cell("pool_ok", new.poolOK ? "yes" : "no")] : [])
  }

  private func csmEdits(_ index: Int, _ old: CSM, _ new: CSM) -> [WorkspaceEdit] {
    guard old != new else { return [] }
    func changed<Value: Equatable>(
      _ column: String, _ field: KeyPath<CSM, Value>, _ text: (Value) -> String
    ) -> [WorkspaceEdit] {
      guard old[keyPath: field] != new[keyPath: field] else { return [] }
      let line = csmLines.indices.contains(index) ? csmLines[index] : index + 2
      return [.cell(file: WorkspaceReader.csmsFile, line: line, column: column, value: text(new[keyPath: field]))]
    }
    let number = { (value: Int64?) in value.map { String($0) } ?? "" }
    let list = { (words: [String]) in words.joined(separator: ";") }
    return changed("capacity_hours", \.capacity) { number($0.map { $0.value / 60 }) }
      + changed("max_accounts", \.maxAccounts, number) + changed("max_strategic", \.maxStrategic, number)
      + changed("max_at_risk", \.maxAtRisk, number) + changed("max_arr", \.maxARR) { number($0?.value) }
      + changed("handoffs_in", \.handoffsIn, number) + changed("handoffs_out", \.handoffsOut, number)
      + changed("regions", \.regions, list) + changed("tiers", \.tiers, list)
      + changed("languages", \.languages, list)
      + changed("domains", \.domains) { levels in
        levels.keys.sorted().map { "\($0):\(levels[$0]?.rawValue ?? "")" }.joined(separator: ";")
      }
  }

  private func pairs(_ old: [Pairing], _ new: [Pairing], _ list: String) -> [WorkspaceEdit] {
    old.filter { !new.contains($0) }.map {
      .pairingRemoved(list: list, account: $0.accountID, csm: $0.csmID)
    }
  }

  private func numbers(_ old: HandoffPolicy, _ new: HandoffPolicy) -> [WorkspaceEdit] {
    let numbers: [(path: [String], old: Int64?, new: Int64?)] = [
      (["budget", "count"], old.budgetCount, new.budgetCount),
      (["budget", "share_percent"], old.budgetShare, new.budgetShare),
      (["budget", "arr"], old.budgetARR?.value, new.budgetARR?.value),
      (["team_slots_per_week"], old.teamSlotsPerWeek, new.teamSlotsPerWeek),
      (["arr_in_transition"], old.transitionARR?.value, new.transitionARR?.value),
    ]
    return numbers.compactMap { number in
      guard number.old != number.new, let value = number.new else { return nil }
      return .number(path: ["handoffs"] + number.path, value: value)
    }
  }
}
