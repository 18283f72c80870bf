import Portfolio

/// What a rule writes to. The same rules write to a sum when a model is compiled and to a record when somebody
/// asks why, so that an explanation cannot differ from the model.
protocol Ledger {
  /// Charges micropoints, at least zero.
  mutating func charge(_ rule: RuleID, _ micropoints: Int64, _ reason: @autoclosure () -> String)
  /// Consumes quanta of a resource; `resource` -1 means that it does not exist.
  mutating func consume(_ rule: RuleID, _ amount: Int64, of resource: Int32)
}
