import OptionModel
import Portfolio

/// How many accounts, and how much ARR, may change hands by choice.
final class MoveBudgetRule: ConsumingRule {
  static let id = RuleID.moveBudget

  let facts: PlanFacts
  /// Or -1.
  private let count: Int32
  private let arr: Int32

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    let policy = facts.policy.handoffs
    let share = policy.budgetShare.map { Exact.floor(Int64(facts.accounts.count), times: $0, over: 100) }
    let limits = [policy.budgetCount, share].compactMap { $0 }
    count = limits.min().map { book.declare(.moveCount, limit: $0) } ?? -1
    arr = policy.budgetARR.map { book.declare(.moveARR, limit: $0.thousands) } ?? -1
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    guard step.kind == .handoff || step.kind == .cover, !step.hasBegun,
      facts.accounts[step.account].standing == .settled
    else { return }
    ledger.consume(Self.id, 1, of: count)
    ledger.consume(Self.id, facts.accounts[step.account].arr, of: arr)
  }
}
