import Portfolio

/// A departing CSM receives nothing, and hands over before the last day: at any time, with less overlap, at a price.
final class DepartureRule: BanningRule, ChargingRule {
  static let id = RuleID.departure

  let facts: PlanFacts
  private let moments: MomentRule
  private let forcedPrice: Int64
  private let shorteningPrice: Int64

  init(_ facts: PlanFacts, moments: MomentRule) {
    self.facts = facts
    self.moments = moments
    forcedPrice = facts.policy.handoffs.forcedPrice.micropoints
    shorteningPrice = facts.policy.handoffs.shorteningPrice.micropoints
  }

  func bans(_ step: Step) -> Bool { facts.csms[step.receiver].isDeparting }

  func banReason(_ step: Step) -> String {
    let lastDay = facts.portfolio.csms[step.receiver].lastDay
    return "\(facts.name(ofCSM: step.receiver)) leaves on \(lastDay?.description ?? "an unknown day")"
  }

  /// The last day of the incumbent of a departing account.
  func lastDay(ofAccount account: Int) -> Int32? {
    guard facts.accounts[account].standing == .departing else { return nil }
    return facts.csms[facts.accounts[account].incumbent].lastDay
  }

  /// `E`, given the full overlap in days.
  func effective(start: Int32, overlapDays: Int32, lastDay: Int32?) -> Int32 {
    min(start + overlapDays, lastDay.map { $0 + 1 } ?? DaySpan.endOfTime)
  }

  /// The price of an overlap that is cut, per started week.
  func shortening(start: Int32, effective: Int32, overlapDays: Int32) -> Int64 {
    let missing = Int64(max(0, overlapDays - (effective - start)))
    return Exact.product((missing + 6) / 7, shorteningPrice)
  }

  func price(ofMoment moment: Int16) -> Int64 { moment == PlannedOption.forcedMoment ? forcedPrice : 0 }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard step.kind == .handoff, facts.accounts[step.account].standing == .departing, !step.hasBegun else { return }
    ledger.charge(
      Self.id, price(ofMoment: step.moment),
      "\(facts.name(ofCSM: step.incumbent)) leaves outside every moment")
    let overlap = moments.overlapDays(ofMoment: Int(step.moment), accounts: [Int32(step.account)])
    let price = shortening(start: step.start, effective: step.effective, overlapDays: overlap)
    ledger.charge(
      Self.id, price, "The overlap is cut by the last day of \(facts.name(ofCSM: step.incumbent))")
  }
}
