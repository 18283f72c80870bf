import OptionModel
import Portfolio

/// The formulation of a portfolio as an option model, for bounds that owe nothing to the compiler.
struct RederivedModel {
  let model: OptionModel
  let meaning: ModelMeaning

  /// - Parameter priorities: where it has levels, so has the model.
  init(_ rules: Rederivation, priorities: PriorityPolicy = PriorityPolicy()) throws(InvalidOptionModel) {
    let table = RederivedResources(rules)
    var builder = OptionModelBuilder(levelCount: max(1, priorities.levels.count))
    var indices: [ResourceKey: Int] = [:]
    let keys = Array(table.table.keys) + RederivedResources.splitKeys(rules)
    for key in keys {
      let level = Int32(priorities.level(of: key.rule))
      indices[key] = table.resource(key).map { builder.addResource(Self.resource($0, level: level)) }
    }
    var meaning = ModelMeaning(memberStarts: [0], members: [], options: [], resources: keys)
    for group in rules.groups {
      builder.beginGroup()
      meaning.members += group.members.map { Int32($0) }
      meaning.memberStarts.append(Int32(meaning.members.count))
      for option in rules.options(of: group) {
        meaning.options.append(option)
        let costs = rules.costs(of: option, group: group)
        builder.addOption(cost: costs.reduce(0) { $0 + (priorities.level(of: $1.key) == 0 ? $1.value : 0) })
        for level in 1..<max(1, priorities.levels.count) {
          let cost = costs.reduce(0) { $0 + (priorities.level(of: $1.key) == level ? $1.value : 0) }
          builder.setCost(cost, level: level)
        }
        for (key, amount) in rules.consumptions(of: option, group: group) {
          if let index = indices[key] { builder.consume(amount, of: index) }
        }
      }
    }
    model = try builder.build()
    self.meaning = meaning
  }

  /// Corners back into segments: what falls on the left is charged under the corner where the price would reach zero.
  static func resource(_ rederived: RederivedResource, level: Int32 = 0) -> Resource {
    var resource = Resource(upper: rederived.upper, level: level)
    var changes = rederived.price.slopeChanges
    let under = -rederived.price.leftSlope
    if under > 0 {
      let threshold = Int64(rederived.price.leftIntercept / under)
      resource.price.append(PriceSegment(.under, threshold, rate: Int64(under)))
      changes[threshold, default: 0] -= under
    }
    for (threshold, rate) in changes.sorted(by: { $0.key < $1.key }) where rate != 0 {
      resource.price.append(PriceSegment(.over, threshold, rate: Int64(rate)))
    }
    return resource
  }
}
