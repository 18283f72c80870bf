import OptionModel
import Portfolio

/// A model with a meaning made up for it, in any order.
struct MeaningfulModel {
  let model: OptionModel
  let meaning: ModelMeaning

  /// Accounts, CSMs and periods are the groups, options and resources of `model`.
  init(_ model: OptionModel) {
    self.model = model
    let options = (0..<model.groupCount).flatMap { group in
      model.options(ofGroup: group).enumerated().map { place, _ in
        place == 0 ? PlannedOption(.stay) : PlannedOption(.handoff, csm: Int32(place), period: Int16(place % 2))
      }
    }
    meaning = Self.meaning(
      groups: Array(0..<model.groupCount), options, model.resources.indices.map { .hours(csm: 0, period: Int16($0)) })
  }

  private init(_ model: OptionModel, _ meaning: ModelMeaning) { (self.model, self.meaning) = (model, meaning) }

  private static func meaning(
    groups: [Int], _ options: [PlannedOption], _ resources: [ResourceKey]
  ) -> ModelMeaning {
    var planned = PlannedOptions()
    planned.append(contentsOf: options)
    return ModelMeaning(
      memberStarts: (0...groups.count).map { Int32($0) }, members: groups.map { Int32($0) }, options: planned,
      resources: resources)
  }

  /// Letters sort otherwise than numbers.
  var resourceNames: [String] {
    meaning.resources.map { key in
      if case .hours(_, let period) = key { "hours/\(period * 7 % 11)/\(period)" } else { "" }
    }
  }

  /// The same model in another order; `change` is added to the cost of one option.
  func shuffled(seed: UInt64, change: Int64 = 0) throws -> MeaningfulModel {
    var random = SeededGenerator(seed: seed)
    let resources = model.resources.indices.shuffled(using: &random)
    var builder = OptionModelBuilder()
    for resource in resources { builder.addResource(model.resources[resource]) }
    builder.addConstant(model.constants[0])
    let groups = (0..<model.groupCount).shuffled(using: &random)
    var options: [PlannedOption] = []
    for group in groups {
      builder.beginGroup()
      for option in model.options(ofGroup: group).shuffled(using: &random) {
        options.append(meaning.options[option])
        builder.addOption(cost: model.cost(ofOption: option) + (option == 0 ? change : 0))
        for consumed in model.consumptions(ofOption: option) {
          let place = resources.firstIndex(of: consumed.resource) ?? 0
          builder.consume(consumed.amount, of: place)
        }
      }
    }
    let meaning = Self.meaning(
      groups: groups.map { Int(self.meaning.members[$0]) }, options, resources.map { self.meaning.resources[$0] })
    return MeaningfulModel(try builder.build(), meaning)
  }
}
