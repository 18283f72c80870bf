extension OptionModel {
  /// The same choices and limits with one resource's load as the whole objective: `rate` micropoints per quantum, or less of
  /// it the better where `isMost`. The objective of a selection is `rate` times its load, negative where `isMost`.
  ///
  /// O(size of the model). Throws when the sums could leave the 64-bit range.
  package func measuring(_ resource: Int, isMost: Bool, rate: Int64) throws(InvalidOptionModel) -> OptionModel {
    var costs = [Int64](repeating: 0, count: optionCount)
    var constant: Int64 = 0
    for group in 0..<groupCount {
      for option in options(ofGroup: group) {
        for consumed in consumptions(ofOption: option) where consumed.resource == resource {
          costs[option] = consumed.amount * (isMost ? -rate : rate)
        }
      }
      let least = options(ofGroup: group).reduce(Int64.max) { min($0, costs[$1]) }
      for option in options(ofGroup: group) { costs[option] -= least }
      constant += least
    }
    let model = OptionModel(
      levelCount: 1, constants: [constant], groupStarts: groupStarts, costs: costs,
      consumptions: consumptions,
      resources: resources.map { Resource(lower: $0.lower, upper: $0.upper) })
    let problems = OptionModelValidation.problems(in: model)
    if !problems.isEmpty { throw InvalidOptionModel(problems: problems) }
    return model
  }
}
