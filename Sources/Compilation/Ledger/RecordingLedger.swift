import Portfolio

/// Keeps every entry of one option with its rule and its reason.
struct RecordingLedger: Ledger {
  private let keys: [ResourceKey]
  private(set) var provenance = OptionProvenance()
  /// The account whose entries are being written.
  var account = 0

  init(keys: [ResourceKey]) { self.keys = keys }

  mutating func charge(_ rule: RuleID, _ micropoints: Int64, _ reason: @autoclosure () -> String) {
    guard micropoints != 0 else { return }
    provenance.charges.append(
      .init(rule: rule, account: account, micropoints: micropoints, reason: reason()))
  }

  mutating func consume(_ rule: RuleID, _ amount: Int64, of resource: Int32) {
    guard amount != 0, resource >= 0 else { return }
    provenance.consumptions.append(
      .init(rule: rule, account: account, resource: keys[Int(resource)], amount: amount))
  }
}
