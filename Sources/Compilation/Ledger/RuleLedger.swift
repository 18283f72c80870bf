import Portfolio

/// Adds up charges by rule; reasons and consumptions are of no interest.
struct RuleLedger: Ledger {
  private(set) var charges: [RuleID: Int64] = [:]

  mutating func charge(_ rule: RuleID, _ micropoints: Int64, _ reason: @autoclosure () -> String) {
    if micropoints != 0 { charges[rule, default: 0] += micropoints }
  }

  mutating func consume(_ rule: RuleID, _ amount: Int64, of resource: Int32) {}
}
