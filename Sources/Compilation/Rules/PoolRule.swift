import Portfolio

/// A pool looks after accounts that allow it.
final class PoolRule: BanningRule {
  static let id = RuleID.pool

  let facts: PlanFacts

  init(_ facts: PlanFacts) { self.facts = facts }

  func bans(_ step: Step) -> Bool {
    facts.csms[step.receiver].kind == .pool && !facts.accounts[step.account].isPoolAllowed
  }

  func banReason(_ step: Step) -> String {
    "\(facts.name(ofAccount: step.account)) is not to be given to a pool"
  }
}
