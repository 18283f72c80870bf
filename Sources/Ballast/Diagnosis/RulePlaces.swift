import Compilation
import PlanDocument
import Portfolio
import Workspace

/// Where in a workspace a rule instance is said.
struct RulePlaces {
  private let portfolio: Portfolio
  /// In the order of the portfolio; empty without files.
  private let accountLines: [Int]
  private let csmLines: [Int]

  init(_ portfolio: Portfolio, accountLines: [Int] = [], csmLines: [Int] = []) {
    self.portfolio = portfolio
    self.accountLines = accountLines
    self.csmLines = csmLines
  }

  /// `nil` for what no single place says.
  func place(of instance: RuleInstance) -> InputPlace? {
    switch instance {
    case .limit(let key): limit(key)
    case .pairing(.forbiddenPair, _, _): policy("eligibility.forbidden")
    case .pairing(let rule, _, let csm): csmColumn(of: rule).flatMap { self.csm(csm, $0) }
    case .account(let rule, let account): self.account(rule, account)
    case .receiver(.departure, let csm): self.csm(csm, "last_day")
    case .receiver(_, let csm): presence(csm)
    case .book(.lock, _): policy("locks")
    case .book(.moment, _): policy("handoffs.moments")
    case .book(.blackout, _): policy("handoffs.blackouts")
    case .book: nil
    }
  }

  private func policy(_ path: String) -> InputPlace { InputPlace(file: WorkspaceReader.policyFile, path: path) }

  func csm(_ csm: Int32, _ column: String) -> InputPlace? {
    guard csmLines.indices.contains(Int(csm)) else { return nil }
    return InputPlace(file: WorkspaceReader.csmsFile, line: csmLines[Int(csm)], path: column)
  }

  func account(_ account: Int32, _ column: String) -> InputPlace? {
    guard accountLines.indices.contains(Int(account)) else { return nil }
    return InputPlace(file: WorkspaceReader.accountsFile, line: accountLines[Int(account)], path: column)
  }

  private func csmColumn(of rule: RuleID) -> String? {
    switch rule {
    case .region: "regions"
    case .domain: "domains"
    case .tier: "tiers"
    case .language: "languages"
    default: nil
    }
  }

  private func account(_ rule: RuleID, _ index: Int32) -> InputPlace? {
    let account = portfolio.accounts[Int(index)]
    switch rule {
    case .pin: return account.pinnedCSMID == nil ? policy("eligibility.pins") : self.account(index, "pinned_csm_id")
    case .agreement: return InputPlace(file: "decisions.csv", path: account.id)
    case .lock: return account.lockReason == nil ? policy("locks") : self.account(index, "lock_reason")
    case .pool: return self.account(index, "pool_ok")
    case .moment: return policy("handoffs.moments")
    case .blackout: return policy("handoffs.blackouts")
    default: return nil
    }
  }

  private func presence(_ csm: Int32) -> InputPlace? {
    let row = portfolio.csms[Int(csm)]
    return self.csm(csm, row.leave != nil ? "leave_start" : row.lastDay != nil ? "last_day" : "start_date")
  }

  // MARK: - Limits

  private func limit(_ key: ResourceKey) -> InputPlace? {
    switch key {
    case .hours(let csm, _):
      own(csm, "capacity_hours", \.capacity) ?? (self.csm(csm, "fte") ?? policy("capacity.hours_per_month"))
    case .bookAccounts(let csm): own(csm, "max_accounts", \.maxAccounts) ?? policy("books.max_accounts")
    case .bookStrategic(let csm): own(csm, "max_strategic", \.maxStrategic) ?? policy("books.max_strategic")
    case .bookAtRisk(let csm): own(csm, "max_at_risk", \.maxAtRisk) ?? policy("books.max_at_risk")
    case .bookARR(let csm): own(csm, "max_arr", \.maxARR) ?? policy("books.max_arr")
    case .bookSegment: policy("books.segment_shares")
    case .slotsIn(let csm, _): own(csm, "handoffs_in", \.handoffsIn) ?? policy("handoffs.slots_in_per_week")
    case .slotsOut(let csm, _): own(csm, "handoffs_out", \.handoffsOut) ?? policy("handoffs.slots_out_per_week")
    case .slotsTeam: policy("handoffs.team_slots_per_week")
    case .transitionARR: policy("handoffs.arr_in_transition")
    case .moveARR: policy("handoffs.budget.arr")
    case .moveCount:
      policy(portfolio.policy.handoffs.budgetCount == nil ? "handoffs.budget.share_percent" : "handoffs.budget.count")
    case .balanceHours, .balanceARR, .familySplit: nil
    }
  }

  private func own<Value>(_ csm: Int32, _ column: String, _ field: KeyPath<CSM, Value?>) -> InputPlace? {
    portfolio.csms[Int(csm)][keyPath: field] == nil ? nil : self.csm(csm, column)
  }
}
