import OptionModel
import Portfolio

/// Adds up one option for the model. Kept and reset, so that an option allocates nothing.
struct SummingLedger: Ledger {
  private(set) var cost: Int64 = 0
  private var resources: [Int32] = []
  private var amounts: [Int64] = []

  mutating func reset() {
    cost = 0
    resources.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
  }

  mutating func charge(_ rule: RuleID, _ micropoints: Int64, _ reason: @autoclosure () -> String) {
    cost = Exact.sum(cost, micropoints)
  }

  mutating func consume(_ rule: RuleID, _ amount: Int64, of resource: Int32) {
    guard amount != 0, resource >= 0 else { return }
    resources.append(resource)
    amounts.append(amount)
  }

  /// Writes the option into the model.
  func add(to builder: inout OptionModelBuilder) {
    builder.addOption(cost: cost)
    for entry in resources.indices { builder.consume(amounts[entry], of: Int(resources[entry])) }
  }
}
