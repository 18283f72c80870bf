/// In which order the rules count: all together, weighed by their prices, or one level after the other.
public struct PriorityPolicy: Sendable, Hashable {
  /// The most important first; empty: all rules together. No rule is in two of them, and every rule with a price is in one.
  public var levels: [PriorityLevel] = []

  public init(levels: [PriorityLevel] = []) { self.levels = levels }

  /// The level that the charges of a rule belong to; 0 where all rules count together.
  public func level(of rule: RuleID) -> Int { levels.firstIndex { $0.rules.contains(rule) } ?? 0 }

  /// What most leads of a team would answer when asked what comes first.
  public static let defaultLevels: [PriorityLevel] = [
    PriorityLevel(name: "Every account cared for, nobody overloaded", rules: [.coverage, .leave, .capacity]),
    PriorityLevel(
      name: "Promises kept, people who fit", rules: [.agreement, .forbiddenPair, .region, .tier, .domain, .language]),
    PriorityLevel(name: "Fair books", rules: [.balance]),
    PriorityLevel(
      name: "Continuity and timing",
      rules: [.continuity, .lock, .family, .departure, .moment, .blackout, .slots, .transition]),
  ]

  /// Rules that have a price; the others only forbid or limit, and are obeyed on every level.
  public static let pricedRules: [RuleID] = defaultLevels.flatMap(\.rules)

  /// The name of a last level for the rules that no level names.
  public static let restName = "Everything else"
}

/// Rules that count together, weighed by their prices.
public struct PriorityLevel: Sendable, Hashable {
  public var name: String
  public var rules: [RuleID]

  public init(name: String, rules: [RuleID]) {
    self.name = name
    self.rules = rules
  }
}
