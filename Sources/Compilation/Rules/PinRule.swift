import Portfolio

/// A pinned account ends with the CSM a person named; the only rule that can ban staying.
final class PinRule: BanningRule {
  static let id = RuleID.pin

  let facts: PlanFacts

  init(_ facts: PlanFacts) { self.facts = facts }

  func bans(_ step: Step) -> Bool {
    let pin = facts.accounts[step.account].pin
    return pin != AccountFacts.nobody && pin != step.finalCSM
  }

  func banReason(_ step: Step) -> String {
    "\(facts.name(ofAccount: step.account)) is pinned to \(facts.name(ofCSM: facts.accounts[step.account].pin))"
  }
}
