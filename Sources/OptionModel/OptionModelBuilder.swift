/// Collects groups, options and resources, and hands out a validated `OptionModel`.
///
/// Call order: resources in any order before they are consumed; then `beginGroup()`, `addOption(costs:)` and
/// `consume(_:of:)` for the option added last. No allocation per option.
package struct OptionModelBuilder {
  private let levelCount: Int
  private var constants: [Int64]
  private var groupStarts: [Int32] = []
  private var costsByOption: [Int64] = []
  private var consumptions = ConsumptionTableBuilder()
  private var resources: [Resource] = []
  private var problems: [OptionModelProblem] = []

  package init(levelCount: Int = 1) {
    self.levelCount = levelCount
    constants = Array(repeating: 0, count: levelCount)
  }

  package var optionCount: Int { consumptions.optionCount }
  package var groupCount: Int { groupStarts.count }

  @discardableResult
  package mutating func addResource(_ resource: Resource) -> Int {
    resources.append(resource)
    return resources.count - 1
  }

  package mutating func addConstant(_ micropoints: Int64, level: Int = 0) {
    let (sum, overflow) = constants[level].addingReportingOverflow(micropoints)
    if overflow { problems.append(.objectiveTooLarge) } else { constants[level] = sum }
  }

  @discardableResult
  package mutating func beginGroup() -> Int {
    groupStarts.append(Int32(truncatingIfNeeded: optionCount))
    consumptions.beginGroup()
    return groupStarts.count - 1
  }

  /// Adds an option to the group begun last, with its cost at level 0.
  @discardableResult
  package mutating func addOption(cost: Int64) -> Int {
    costsByOption.append(cost)
    for _ in 1..<max(1, levelCount) { costsByOption.append(0) }
    consumptions.addOption()
    return optionCount - 1
  }

  /// Sets a further level of the option added last.
  package mutating func setCost(_ cost: Int64, level: Int) {
    costsByOption[costsByOption.count - levelCount + level] = cost
  }

  /// Adds to the consumption of the option added last; several calls for one resource add up.
  package mutating func consume(_ amount: Int64, of resource: Int) {
    guard amount != 0 else { return }
    guard let amount32 = Int32(exactly: amount), consumptions.consume(amount32, of: Int32(resource)) else {
      problems.append(.consumptionTooLarge(option: optionCount - 1, resource: resource, amount: amount))
      return
    }
  }

  /// Adds what an option of another model with the same resources consumes.
  package mutating func consume(_ consumptions: Consumptions) {
    for consumed in consumptions { consume(consumed.amount, of: consumed.resource) }
  }

  /// The model, or every problem found. O(size of the model).
  package consuming func build() throws(InvalidOptionModel) -> OptionModel {
    var found = problems
    let ends = groupStarts + [Int32(truncatingIfNeeded: optionCount)]
    let model = OptionModel(
      levelCount: levelCount, constants: constants, groupStarts: ends,
      costs: levelMajorCosts(), consumptions: consumptions.build(), resources: resources)
    found += OptionModelValidation.problems(in: model)
    if !found.isEmpty { throw InvalidOptionModel(problems: found) }
    return model
  }

  private func levelMajorCosts() -> [Int64] {
    guard levelCount > 1 else { return costsByOption }
    return (0..<levelCount).flatMap { level in
      stride(from: level, to: costsByOption.count, by: levelCount).map { costsByOption[$0] }
    }
  }
}
