import OptionModel
import Portfolio

/// The formulation of a portfolio as an option model, for bounds that owe nothing to the compiler.
struct RederivedModel {
  let model: OptionModel
  let meaning: ModelMeaning

  init(_ rules: Rederivation) throws(InvalidOptionModel) {
    let table = RederivedResources(rules)
    var builder = OptionModelBuilder()
    var indices: [ResourceKey: Int] = [:]
    let keys = Array(table.table.keys) + RederivedResources.splitKeys(rules)
    for key in keys { indices[key] = table.resource(key).map { builder.addResource(Self.resource($0)) } }
    var meaning = ModelMeaning(memberStarts: [0], members: [], options: [], resources: keys)
    for group in rules.groups {
      builder.beginGroup()
      meaning.members += group.members.map { Int32($0) }
      meaning.memberStarts.append(Int32(meaning.members.count))
      for option in rules.options(of: group) {
        meaning.options.append(option)
        builder.addOption(cost: rules.costs(of: option, group: group).values.reduce(0, +))
        for (key, amount) in rules.consumptions(of: option, group: group) {
          if let index = indices[key] { builder.consume(amount, of: index) }
        }
      }
    }
    model = try builder.build()
    self.meaning = meaning
  }

  /// Corners back into segments: what falls on the left is charged under the corner where the price would reach zero.
  static func resource(_ rederived: RederivedResource) -> Resource {
    var resource = Resource(upper: rederived.upper)
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
