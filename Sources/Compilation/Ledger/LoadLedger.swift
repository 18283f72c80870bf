import Portfolio

/// Adds up the loads of many options, by resource; charges are of no interest.
struct LoadLedger: Ledger {
  private(set) var loads: [Int64]

  init(resourceCount: Int) { loads = Array(repeating: 0, count: resourceCount) }

  mutating func charge(_ rule: RuleID, _ micropoints: Int64, _ reason: @autoclosure () -> String) {}

  mutating func consume(_ rule: RuleID, _ amount: Int64, of resource: Int32) {
    if resource >= 0 { loads[Int(resource)] += amount }
  }
}
