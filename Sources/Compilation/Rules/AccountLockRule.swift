import Portfolio

/// An undated condition under which an account keeps its incumbent, or moves at a price. The first match wins.
final class AccountLockRule: BanningRule, ChargingRule {
  static let id = RuleID.lock

  let facts: PlanFacts
  /// Index of the first matching lock by account, or -1.
  private let lockOfAccount: [Int16]

  init(_ facts: PlanFacts) {
    self.facts = facts
    let locks = facts.policy.locks
    lockOfAccount = facts.portfolio.accounts.indices.map { account in
      Int16(locks.firstIndex { AccountLockRule.matches($0, account, facts) } ?? -1)
    }
  }

  private static func matches(_ lock: LockRule, _ index: Int, _ facts: PlanFacts) -> Bool {
    let account = facts.portfolio.accounts[index]
    func holds<Value: Equatable>(_ wanted: Value?, _ value: Value) -> Bool {
      wanted.map { $0 == value } ?? true
    }
    func lists<Value: Equatable>(_ wanted: [Value]?, _ value: Value?) -> Bool {
      wanted.map { list in value.map(list.contains) ?? false } ?? true
    }
    return holds(lock.atRisk, facts.accounts[index].isAtRisk)
      && holds(lock.escalationOpen, account.escalationOpen)
      && holds(lock.hasLockReason, account.lockReason != nil)
      && lists(lock.tiers?.map(TierName.folded), TierName.folded(account.tier))
      && lists(lock.regions, account.region) && lists(lock.lifecycles, account.lifecycle)
      && lists(lock.csmIDs, account.csmID) && lists(lock.accountIDs, account.id)
      && (lock.arrAtLeast.map { minimum in account.arr.map { $0 >= minimum } ?? false } ?? true)
  }

  private func lock(for step: Step) -> LockRule? {
    guard step.kind == .handoff, facts.accounts[step.account].standing == .settled else { return nil }
    let index = Int(lockOfAccount[step.account])
    return index < 0 ? nil : facts.policy.locks[index]
  }

  func bans(_ step: Step) -> Bool {
    guard lockOfAccount[step.account] >= 0, let lock = lock(for: step) else { return false }
    return lock.price == nil
  }

  func banReason(_ step: Step) -> String {
    guard let lock = lock(for: step) else { return "" }
    let own = lock.hasLockReason == true ? facts.portfolio.accounts[step.account].lockReason : nil
    return "\(facts.name(ofAccount: step.account)) keeps its CSM: \(own ?? lock.reason)"
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard lockOfAccount[step.account] >= 0, let price = lock(for: step)?.price else { return }
    ledger.charge(Self.id, price.micropoints, banReason(step))
  }
}
