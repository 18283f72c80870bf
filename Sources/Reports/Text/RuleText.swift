import Portfolio

/// What a rule charges for, in the words of its reader; an unknown id is shown as it is.
enum RuleText {
  static func title(_ id: String) -> String { RuleID(rawValue: id).map(title) ?? id }

  static func title(_ rule: RuleID) -> String {
    switch rule {
    case .region: "Region not covered"
    case .domain: "Missing domain expertise"
    case .tier: "Tier not held"
    case .language: "Language not spoken"
    case .forbiddenPair: "Forbidden pairing"
    case .pin: "Pinned elsewhere"
    case .lock: "Locked account"
    case .blackout: "Handoff in a blackout"
    case .capacity: "Load outside the target band"
    case .books: "Limit of a book"
    case .continuity: "Loss of continuity"
    case .moveBudget: "Budget of moves"
    case .balance: "Uneven books"
    case .coverage: "Accounts without a CSM"
    case .family: "Family split up"
    case .moment: "Less suited moment"
    case .slots: "Handoffs beyond the slots"
    case .handoffEffort: "Work of handing over"
    case .departure: "Departure"
    case .presence: "Absence"
    case .leave: "Leave not covered"
    case .pool: "Pooled service"
    case .agreement: "Announced move changed"
    case .transition: "Too much in transition"
    }
  }

  static func kind(_ kind: String) -> String {
    switch kind {
    case "pool": "pool"
    case "open": "open position"
    default: kind
    }
  }
}
