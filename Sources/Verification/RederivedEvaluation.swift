import Portfolio

/// Loads and objective of one option per group.
struct RederivedEvaluation: Sendable {
  private(set) var loads: [ResourceKey: Int64] = [:]
  private(set) var objectiveByRule: [RuleID: Int128] = [:]

  init(_ choices: [PlannedOption], rules: Rederivation, resources: RederivedResources) {
    for (group, option) in zip(rules.groups, choices) {
      for (rule, cost) in rules.costs(of: option, group: group) {
        objectiveByRule[rule, default: 0] += Int128(cost)
      }
      loads.merge(rules.consumptions(of: option, group: group), uniquingKeysWith: +)
    }
    // A resource that nobody consumes may still be charged: a book below its target.
    for key in Set(resources.table.keys).union(loads.keys) {
      guard let resource = resources.resource(key) else { continue }
      objectiveByRule[key.rule, default: 0] += resource.price.charge(at: loads[key] ?? 0)
    }
    objectiveByRule = objectiveByRule.filter { $0.value != 0 }
  }

  var objective: Int128 { objectiveByRule.values.reduce(0, +) }
}
