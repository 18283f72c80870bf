import OptionModel
import Portfolio

/// Minutes of every active CSM in every period and in the tail, priced outside the target band.
final class CapacityRule: ConsumingRule {
  static let id = RuleID.capacity

  let facts: PlanFacts
  private let periodCount: Int
  /// Index of `hours(k, 0)` by CSM, or -1; the periods follow.
  private let firstResource: [Int32]
  /// By account: share of the effort spent on learning during the overlap, in percent.
  private let overlapShares: [Int64]

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    periodCount = facts.periodCount
    let share = facts.policy.handoffs.overlapShare
    overlapShares = facts.portfolio.accounts.map { share[$0.tier] }
    var firstResource = [Int32](repeating: -1, count: facts.csms.count)
    for csm in facts.activeCSMs {
      for period in 0...facts.periodCount {
        let limit = facts.effort.band(csm: csm, period: period).hard
        let index = book.declare(
          .hours(csm: Int32(csm), period: Int16(period)), limit: limit,
          price: CapacityRule.price(csm, period, facts))
        if period == 0 { firstResource[csm] = index }
      }
    }
    self.firstResource = firstResource
  }

  /// The same hours for other efforts.
  init(_ facts: PlanFacts, like rule: CapacityRule) {
    self.facts = facts
    periodCount = rule.periodCount
    firstResource = rule.firstResource
    overlapShares = rule.overlapShares
  }

  private static func price(_ csm: Int, _ period: Int, _ facts: PlanFacts) -> [PriceSegment] {
    let policy = facts.policy.capacity
    let band = facts.effort.band(csm: csm, period: period)
    let weight = period < facts.periodCount ? 1 : facts.timeline.tailMonths
    let over = [policy.priceOverTarget, policy.priceOverSoft, policy.priceOverHard].map(\.micropoints)
    let wantsWork = !facts.csms[csm].isDeparting && facts.csms[csm].kind != .open
    return [
      PriceSegment(.over, band.targetHigh, rate: Exact.product(over[0], weight)),
      PriceSegment(.over, band.soft, rate: (over[1] - over[0]) * weight),
      PriceSegment(.over, band.hard, rate: (over[2] - over[1]) * weight),
    ]
      + (wantsWork
        ? [
          PriceSegment(
            .under, band.targetLow, rate: Exact.product(policy.priceUnderTarget.micropoints, weight))
        ]
        : [])
  }

  /// The index of `hours(k, p)`, or -1.
  func resource(csm: Int, period: Int) -> Int32 {
    firstResource[csm] < 0 ? -1 : firstResource[csm] + Int32(period)
  }

  /// Which hours are above the hard limit of the policy if nothing new moves, by index of the resource.
  func overloads(_ inherited: [Int64]) -> [Bool] {
    var result = [Bool](repeating: false, count: inherited.count)
    for csm in facts.activeCSMs {
      for period in 0..<periodCount {
        let index = Int(resource(csm: csm, period: period))
        result[index] = inherited[index] > facts.effort.band(csm: csm, period: period).hard
      }
    }
    return result
  }

  /// How many minutes less the incumbent works on the account in a period, compared with staying.
  func endedWork(_ step: Step, _ period: Int) -> Int64 {
    guard step.kind == .handoff else { return 0 }
    let all = workedDays(of: step.incumbent, period, DaySpan(DaySpan.beginningOfTime, DaySpan.endOfTime))
    let before = workedDays(of: step.incumbent, period, DaySpan(DaySpan.beginningOfTime, step.effective - 1))
    return minutes(step, step.incumbent, period, weight: all) - minutes(step, step.incumbent, period, weight: before)
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    switch step.kind {
    case .stay: stay(step, &ledger)
    case .handoff: handOff(step, &ledger)
    case .assign: assign(step, &ledger)
    case .cover: cover(step, &ledger)
    case .unassigned: leave(step, &ledger)
    }
  }

  private func stay(_ step: Step, _ ledger: inout some Ledger) {
    for period in 0..<periodCount {
      let worked = workedDays(of: step.incumbent, period, DaySpan(DaySpan.beginningOfTime, DaySpan.endOfTime))
      consume(step, step.incumbent, period, weight: worked, &ledger)
    }
    consumeTail(step, step.incumbent, &ledger)
  }

  /// Days of a period in a span on which a CSM works: what falls into a long leave is not done.
  private func workedDays(of csm: Int, _ period: Int, _ span: DaySpan) -> Int64 {
    let days = facts.timeline.days(of: period, in: span)
    guard let leave = facts.csms[csm].longLeave else { return days }
    return days - facts.timeline.days(of: period, in: leave.intersection(span))
  }

  private func handOff(_ step: Step, _ ledger: inout some Ledger) {
    let before = DaySpan(DaySpan.beginningOfTime, step.effective - 1)
    let overlap = DaySpan(step.start, step.effective - 1)
    let after = DaySpan(step.effective, DaySpan.endOfTime)
    let share = overlapShares[step.account]
    for period in 0..<periodCount {
      consume(step, step.incumbent, period, weight: workedDays(of: step.incumbent, period, before), &ledger)
      let weight =
        100 * facts.timeline.days(of: period, in: after) + share
        * facts.timeline.days(of: period, in: overlap)
      consume(step, step.receiver, period, weight: weight, of: 100, &ledger)
    }
    consumeTail(step, step.receiver, &ledger)
  }

  private func assign(_ step: Step, _ ledger: inout some Ledger) {
    let after = DaySpan(step.start, DaySpan.endOfTime)
    for period in 0..<periodCount {
      consume(step, step.receiver, period, weight: facts.timeline.days(of: period, in: after), &ledger)
    }
    consumeTail(step, step.receiver, &ledger)
  }

  private func cover(_ step: Step, _ ledger: inout some Ledger) {
    guard let leave = facts.csms[step.incumbent].longLeave else { return }
    for period in 0..<periodCount {
      consume(step, step.receiver, period, weight: facts.timeline.days(of: period, in: leave), &ledger)
    }
    stay(step, &ledger)
  }

  /// An orphan loads nobody; a departing incumbent works up to the last day.
  private func leave(_ step: Step, _ ledger: inout some Ledger) {
    guard step.incumbent != Step.nobody, let lastDay = facts.csms[step.incumbent].lastDay else { return }
    let before = DaySpan(DaySpan.beginningOfTime, lastDay)
    for period in 0..<periodCount {
      consume(step, step.incumbent, period, weight: workedDays(of: step.incumbent, period, before), &ledger)
    }
  }

  /// Consumes the part `weight / (whole * n(p))` of a period.
  private func consume(
    _ step: Step, _ csm: Int, _ period: Int, weight: Int64, of whole: Int64 = 1, _ ledger: inout some Ledger
  ) {
    guard weight > 0 else { return }
    let amount = minutes(step, csm, period, weight: weight, of: whole)
    ledger.consume(Self.id, amount, of: resource(csm: csm, period: period))
  }

  private func minutes(_ step: Step, _ csm: Int, _ period: Int, weight: Int64, of whole: Int64 = 1) -> Int64 {
    let load = facts.effort.load(account: step.account, csm: csm, period: period)
    let days = whole * facts.timeline.dayCount(ofPeriod: period)
    return weight == days ? load : Exact.floor(load, times: weight, over: days)
  }

  private func consumeTail(_ step: Step, _ csm: Int, _ ledger: inout some Ledger) {
    let load = facts.effort.load(account: step.account, csm: csm, period: periodCount)
    ledger.consume(Self.id, load, of: resource(csm: csm, period: periodCount))
  }
}
