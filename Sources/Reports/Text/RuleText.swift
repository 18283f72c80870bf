import PlanDocument

/// Words of reports for what rules and kinds of CSMs are.
enum RuleText {
  static func title(_ id: String) -> String { RuleWords.title(id) }

  static func kind(_ kind: String) -> String {
    switch kind {
    case "pool": "pool"
    case "open": "open position"
    default: kind
    }
  }
}
