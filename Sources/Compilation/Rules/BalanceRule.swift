import OptionModel
import Portfolio

/// Final books in proportion to capacity, by nominal hours and by ARR.
struct BalanceRule: ConsumingRule {
  static let id = RuleID.balance

  let facts: PlanFacts
  /// By CSM, or -1.
  private var hours: [Int32]
  private var arr: [Int32]

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    hours = Array(repeating: -1, count: facts.csms.count)
    arr = hours
    let targets = BalanceTargets(facts)
    let policy = facts.policy.balance
    for csm in targets.csms {
      hours[csm] = BalanceRule.declare(
        .balanceHours(csm: Int32(csm)), targets.hours(csm), policy.hoursPrice, facts, &book)
    }
    for csm in targets.csms {
      arr[csm] = BalanceRule.declare(
        .balanceARR(csm: Int32(csm)), targets.arr(csm), policy.arrPrice, facts, &book)
    }
  }

  private static func declare(
    _ key: ResourceKey, _ target: Int64, _ price: Points, _ facts: PlanFacts, _ book: inout ResourceBook
  ) -> Int32 {
    guard price.micropoints != 0 else { return -1 }
    let rate = Exact.product(price.micropoints, facts.timeline.tailMonths)
    return book.declare(
      key, price: [PriceSegment(.under, target, rate: rate), PriceSegment(.over, target, rate: rate)])
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    let csm = step.finalCSM
    guard csm != Step.nobody else { return }
    ledger.consume(Self.id, facts.effort.nominal[step.account], of: hours[csm])
    ledger.consume(Self.id, facts.accounts[step.account].arr, of: arr[csm])
  }
}
