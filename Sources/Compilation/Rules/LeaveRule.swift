import Portfolio

/// A long leave of the incumbent is covered at a price, or uncovered at another.
final class LeaveRule: ChargingRule {
  static let id = RuleID.leave

  let facts: PlanFacts
  private let coverPrice: Int64
  /// By account: the price of a day of uncovered leave times 36,500, in micropoints; 0 without a long leave.
  private let uncoveredPrices: [Int64]

  init(_ facts: PlanFacts) {
    self.facts = facts
    let policy = facts.policy.coverage
    coverPrice = policy.coverPrice.micropoints
    uncoveredPrices = facts.accounts.indices.map { account in
      let incumbent = facts.accounts[account].incumbent
      guard incumbent != AccountFacts.nobody, facts.csms[incumbent].longLeave != nil else { return 0 }
      return Exact.product(facts.unassignedPrice(ofAccount: account), policy.uncoveredLeavePercent)
    }
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    if step.kind == .cover {
      ledger.charge(Self.id, coverPrice, "\(facts.name(ofCSM: step.receiver)) covers a leave")
      return
    }
    let price = uncoveredPrices[step.account]
    guard price > 0, let leave = facts.csms[step.incumbent].longLeave else { return }
    let days = leave.intersection(DaySpan(leave.first, lastDay(of: step))).count
    let amount = Exact.floor(price, times: Int64(days) * 12, over: 36_500)
    ledger.charge(Self.id, amount, "\(facts.name(ofCSM: step.incumbent)) is on leave, uncovered")
  }

  /// The last day on which the incumbent's absence is felt.
  private func lastDay(of step: Step) -> Int32 {
    switch step.kind {
    case .handoff: step.effective - 1
    case .unassigned: facts.csms[step.incumbent].lastDay ?? DaySpan.endOfTime
    case .stay, .cover, .assign: DaySpan.endOfTime
    }
  }
}
