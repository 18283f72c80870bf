import Portfolio

/// What each rule is about, in the words of a reader.
package enum RuleWords {
  package static func phrase(for rule: String) -> String {
    guard let rule = RuleID(rawValue: rule) else { return rule }
    return switch rule {
    case .region: "region fit"
    case .domain: "domain expertise"
    case .tier: "tier qualification"
    case .language: "language"
    case .forbiddenPair: "a forbidden pair"
    case .pin: "a pin"
    case .lock: "a lock"
    case .blackout: "a blackout"
    case .capacity: "workload within capacity"
    case .books: "book limits"
    case .continuity: "continuity"
    case .moveBudget: "the move budget"
    case .balance: "balance in the team"
    case .coverage: "coverage"
    case .family: "keeping a family together"
    case .moment: "the moment"
    case .slots: "handoff slots"
    case .handoffEffort: "handover work"
    case .departure: "a departure"
    case .presence: "presence"
    case .leave: "cover during leave"
    case .pool: "the pool"
    case .agreement: "what was announced"
    case .transition: "limits on what is in transition"
    }
  }
}
