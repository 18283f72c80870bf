/// Collects groups, options and resources, and hands out a validated `OptionModel`.
///
/// Call order: resources in any order before they are consumed; then `beginGroup()`, `addOption(costs:)` and
/// `consume(_:of:)` for the option added last. No allocation per option.
package struct OptionModelBuilder {
  private let levelCount: Int
  private var constants: [Int64]
  private var groupStarts: [Int32] = []
  private var costsByOption: [Int64] = []
  private var consumptionStarts: [UInt32] = [0]
  private var consumptionResources: [Int32] = []
  private var consumptionAmounts: [Int32] = []
  private var resources: [Resource] = []
  private var problems: [OptionModelProblem] = []
  /// Where an option consumed a resource last, kept only for options with many consumptions.
  private var lastEntries: [UInt32] = []

  package init(levelCount: Int = 1) {
    self.levelCount = levelCount
    constants = Array(repeating: 0, count: levelCount)
  }

  package var optionCount: Int { consumptionStarts.count - 1 }
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
    return groupStarts.count - 1
  }

  /// Adds an option to the group begun last, with its cost at level 0.
  @discardableResult
  package mutating func addOption(cost: Int64) -> Int {
    costsByOption.append(cost)
    for _ in 1..<max(1, levelCount) { costsByOption.append(0) }
    consumptionStarts.append(UInt32(truncatingIfNeeded: consumptionResources.count))
    return optionCount - 1
  }

  /// Sets a further level of the option added last.
  package mutating func setCost(_ cost: Int64, level: Int) {
    costsByOption[costsByOption.count - levelCount + level] = cost
  }

  /// Adds to the consumption of the option added last; several calls for one resource add up.
  package mutating func consume(_ amount: Int64, of resource: Int) {
    guard amount != 0 else { return }
    guard let amount32 = Int32(exactly: amount) else {
      problems.append(.consumptionTooLarge(option: optionCount - 1, resource: resource, amount: amount))
      return
    }
    if let entry = entry(of: Int32(resource)) {
      let (sum, overflow) = consumptionAmounts[entry].addingReportingOverflow(amount32)
      if overflow {
        problems.append(.consumptionTooLarge(option: optionCount - 1, resource: resource, amount: amount))
      } else {
        consumptionAmounts[entry] = sum
      }
      return
    }
    consumptionResources.append(Int32(resource))
    consumptionAmounts.append(amount32)
    consumptionStarts[optionCount] = UInt32(truncatingIfNeeded: consumptionResources.count)
    if !lastEntries.isEmpty { note(entry: consumptionResources.count - 1) }
  }

  private static let longOption = 24

  /// The entry with which the option added last consumes a resource. Most options have a handful, which are looked
  /// through; those of large families have hundreds.
  private mutating func entry(of resource: Int32) -> Int? {
    let entries = Int(consumptionStarts[optionCount - 1])..<consumptionResources.count
    guard entries.count > OptionModelBuilder.longOption else {
      for entry in entries where consumptionResources[entry] == resource { return entry }
      return nil
    }
    if lastEntries.isEmpty { for entry in entries { note(entry: entry) } }
    guard lastEntries.indices.contains(Int(resource)) else { return nil }
    let entry = Int(lastEntries[Int(resource)])
    return entries.contains(entry) && consumptionResources[entry] == resource ? entry : nil
  }

  private mutating func note(entry: Int) {
    let resource = Int(consumptionResources[entry])
    guard resources.indices.contains(resource) else { return }
    if lastEntries.count < resources.count {
      lastEntries += Array(repeating: .max, count: resources.count - lastEntries.count)
    }
    lastEntries[resource] = UInt32(truncatingIfNeeded: entry)
  }

  /// The model, or every problem found. O(size of the model).
  package consuming func build() throws(InvalidOptionModel) -> OptionModel {
    var found = problems
    let ends = groupStarts + [Int32(truncatingIfNeeded: optionCount)]
    let model = OptionModel(
      levelCount: levelCount, constants: constants, groupStarts: ends,
      costs: levelMajorCosts(), consumptionStarts: consumptionStarts,
      consumptionResources: consumptionResources, consumptionAmounts: consumptionAmounts,
      resources: resources)
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
