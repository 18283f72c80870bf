package import OptionModel
import Portfolio

extension CompiledPlan {
  /// The model with the levels of the policy: the same choices and limits, what each rule charges on its own level. `nil`
  /// where all rules count together. O(size of the model).
  package func levelModel() throws -> OptionModel? {
    let priorities = portfolio.policy.priorities
    guard !priorities.levels.isEmpty else { return nil }
    var builder = OptionModelBuilder(levelCount: priorities.levels.count)
    for (key, resource) in zip(meaning.resources, model.resources) {
      var resource = resource
      resource.level = Int32(priorities.level(of: key.rule))
      builder.addResource(resource)
    }
    for group in 0..<model.groupCount {
      builder.beginGroup()
      for option in model.options(ofGroup: group) { add(option, ofGroup: group, priorities, to: &builder) }
    }
    return try builder.build()
  }

  private func add(
    _ option: Int, ofGroup group: Int, _ priorities: PriorityPolicy, to builder: inout OptionModelBuilder
  ) {
    var costs = [Int64](repeating: 0, count: priorities.levels.count)
    for (rule, charge) in charges(ofOption: option, group: group) { costs[priorities.level(of: rule)] += charge }
    builder.addOption(cost: costs[0])
    for level in costs.indices.dropFirst() { builder.setCost(costs[level], level: level) }
    builder.consume(model.consumptions(ofOption: option))
  }
}
