import OptionModel
import Portfolio

@testable import Verification

/// An option model in the making, open to mutation.
struct ModelDraft {
  struct Option {
    var meaning: PlannedOption
    var cost: Int64
    var consumptions: [ResourceKey: Int64]
  }

  var groups: [(members: [Int], options: [Option])]
  var resources: [(key: ResourceKey, resource: Resource)]

  /// What the formulation says of a portfolio.
  init(_ portfolio: Portfolio) {
    let auditor = ModelAuditor(portfolio)
    let rules = auditor.rules
    groups = rules.groups.map { group in
      let options = rules.options(of: group).map { option in
        Option(
          meaning: option, cost: rules.costs(of: option, group: group).values.reduce(0, +),
          consumptions: rules.consumptions(of: option, group: group).filter {
            auditor.resource($0.key) != nil
          })
      }
      return (group.members, options)
    }
    resources = auditor.resourceKeys.map {
      ($0, auditor.resource($0).map({ RederivedModel.resource($0) }) ?? Resource())
    }
    .sorted { rules.name(of: $0.key) < rules.name(of: $1.key) }
  }

  func build() throws -> (model: OptionModel, meaning: ModelMeaning) {
    var builder = OptionModelBuilder()
    var meaning = ModelMeaning(memberStarts: [0], members: [], options: [], resources: resources.map(\.key))
    var indices: [ResourceKey: Int] = [:]
    for (key, resource) in resources { indices[key] = builder.addResource(resource) }
    for (members, options) in groups {
      builder.beginGroup()
      meaning.members += members.map(Int32.init)
      meaning.memberStarts.append(Int32(meaning.members.count))
      for option in options {
        builder.addOption(cost: option.cost)
        meaning.options.append(option.meaning)
        for (key, amount) in option.consumptions {
          if let index = indices[key] { builder.consume(amount, of: index) }
        }
      }
    }
    return (try builder.build(), meaning)
  }
}
