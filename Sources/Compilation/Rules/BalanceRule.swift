import OptionModel
import Portfolio

/// Final books in proportion to capacity, by nominal hours and by ARR.
final class BalanceRule: ConsumingRule {
  static let id = RuleID.balance

  let facts: PlanFacts
  /// By CSM, or -1.
  private let hours: [Int32]
  private let arr: [Int32]

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    let targets = BalanceTargets(facts)
    let policy = facts.policy.balance
    hours = BalanceRule.declare(policy.hoursPrice, facts, targets, &book) {
      (.balanceHours(csm: Int32($0)), targets.hours($0))
    }
    arr = BalanceRule.declare(policy.arrPrice, facts, targets, &book) {
      (.balanceARR(csm: Int32($0)), targets.arr($0))
    }
  }

  private static func declare(
    _ price: Points, _ facts: PlanFacts, _ targets: BalanceTargets, _ book: inout ResourceBook,
    _ measure: (Int) -> (key: ResourceKey, target: Int64)
  ) -> [Int32] {
    var indices = [Int32](repeating: -1, count: facts.csms.count)
    guard price.micropoints != 0 else { return indices }
    let rate = Exact.product(price.micropoints, facts.timeline.tailMonths)
    for csm in targets.csms {
      let (key, target) = measure(csm)
      indices[csm] = book.declare(
        key, price: [PriceSegment(.under, target, rate: rate), PriceSegment(.over, target, rate: rate)])
    }
    return indices
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    let csm = step.finalCSM
    guard csm != Step.nobody else { return }
    ledger.consume(Self.id, facts.effort.nominal[step.account], of: hours[csm])
    ledger.consume(Self.id, facts.accounts[step.account].arr, of: arr[csm])
  }
}
