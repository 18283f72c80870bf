import OptionModel
import Portfolio

/// How many handoffs a CSM can take part in during a period; more cost a price, or are impossible.
final class HandoffSlotsRule: ConsumingRule {
  static let id = RuleID.slots

  let facts: PlanFacts
  /// Index of period 0 by CSM, or -1; the periods follow.
  private let firstIn: [Int32]
  private let firstOut: [Int32]

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    let policy = facts.policy.handoffs
    firstIn = HandoffSlotsRule.declare(facts, &book, \.handoffsIn, policy.slotsInPerWeek) {
      .slotsIn(csm: $0, period: $1)
    }
    firstOut = HandoffSlotsRule.declare(facts, &book, \.handoffsOut, policy.slotsOutPerWeek) {
      .slotsOut(csm: $0, period: $1)
    }
  }

  private static func declare(
    _ facts: PlanFacts, _ book: inout ResourceBook, _ own: KeyPath<CSM, Int64?>, _ perWeek: Int64,
    _ key: (Int32, Int16) -> ResourceKey
  ) -> [Int32] {
    let policy = facts.policy.handoffs
    var indices = [Int32](repeating: -1, count: facts.csms.count)
    for csm in facts.remainingCSMs {
      for period in 0..<facts.periodCount {
        let days = facts.timeline.dayCount(ofPeriod: period)
        let limit =
          facts.portfolio.csms[csm][keyPath: own] ?? max(1, Exact.floor(perWeek, times: days, over: 7))
        let price = PriceSegment(.over, limit, rate: policy.slotPrice.micropoints)
        let index = book.declare(
          key(Int32(csm), Int16(period)), limit: policy.slotsAreHard ? limit : nil,
          price: policy.slotsAreHard ? [] : [price])
        if period == 0 { indices[csm] = index }
      }
    }
    return indices
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    guard step.kind == .handoff || step.kind == .assign || step.kind == .cover, !step.hasBegun else { return }
    if step.takesSlotIn { consume(firstIn[step.receiver], step.period, &ledger) }
    if step.takesSlotOut, step.incumbent != Step.nobody {
      consume(firstOut[step.incumbent], step.period, &ledger)
    }
  }

  private func consume(_ first: Int32, _ period: Int, _ ledger: inout some Ledger) {
    if first >= 0 { ledger.consume(Self.id, 1, of: first + Int32(period)) }
  }
}
