import Portfolio

/// One rule of the policy: it bans, charges and consumes; most rules do one or two of these.
///
/// The compiler calls rules by their concrete types (see `RuleSet`), so that nothing is looked up per option. Rules
/// are immutable classes: as structures, their many tables would be retained and released for every option.
protocol Rule: Sendable {
  static var id: RuleID { get }
}

/// A rule that forbids new pairings.
protocol BanningRule: Rule {
  func bans(_ step: Step) -> Bool
  /// Why, in a short clause; asked only when `bans` is true.
  func banReason(_ step: Step) -> String
}

extension BanningRule {
  func ban(_ step: Step) -> Ban? {
    bans(step) ? Ban(rule: Self.id, reason: banReason(step)) : nil
  }
}

/// A rule that charges options.
protocol ChargingRule: Rule {
  func charge(_ step: Step, to ledger: inout some Ledger)
}

/// A rule that keeps resources. Its resources are declared when it is made.
protocol ConsumingRule: Rule {
  func consume(_ step: Step, from ledger: inout some Ledger)
}

/// A ban and its reason, which is put into words only when somebody asks: most bans are merely counted.
struct Ban {
  let rule: RuleID
  private let words: () -> String

  var reason: String { words() }

  init(rule: RuleID, reason: @autoclosure @escaping () -> String) {
    self.rule = rule
    words = reason
  }
}
