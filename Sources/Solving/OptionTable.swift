import OptionModel

/// Options of some groups in the flat arrays of an option model, which cost nothing to share: either the model's own or
/// a copy of a part.
struct OptionTable {
  private(set) var groupStarts: [Int32]
  /// In micropoints.
  private(set) var costs: [Int64]
  private(set) var starts: [UInt32]
  private(set) var resources: [Int32]
  /// In quanta.
  private(set) var amounts: [Int32]

  static let empty = OptionTable(groupStarts: [0], costs: [], starts: [0], resources: [], amounts: [])

  /// Shares the arrays of a model. O(1) for models with one level.
  init(_ model: OptionModel) {
    self.init(
      groupStarts: model.groupStarts, costs: model.costs, starts: model.consumptionStarts,
      resources: model.consumptionResources, amounts: model.consumptionAmounts)
  }

  private init(groupStarts: [Int32], costs: [Int64], starts: [UInt32], resources: [Int32], amounts: [Int32]) {
    self.groupStarts = groupStarts
    self.costs = costs
    self.starts = starts
    self.resources = resources
    self.amounts = amounts
  }

  mutating func removeAll() {
    groupStarts.removeAll(keepingCapacity: true)
    groupStarts.append(0)
    costs.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    resources.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
  }

  mutating func append(_ option: Int, of other: OptionTable) {
    let entries = Int(other.starts[option])..<Int(other.starts[option + 1])
    costs.append(other.costs[option])
    resources.append(contentsOf: other.resources[entries])
    amounts.append(contentsOf: other.amounts[entries])
    starts.append(UInt32(truncatingIfNeeded: resources.count))
  }

  mutating func endGroup() { groupStarts.append(Int32(truncatingIfNeeded: costs.count)) }

  func options(of groups: Range<Int>) -> Range<Int> {
    Int(groupStarts[groups.lowerBound])..<Int(groupStarts[groups.upperBound])
  }
}
