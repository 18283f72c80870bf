import OptionModel

/// Options of some groups: all of a model, whose arrays cost nothing to share, or a part. What a part consumes it
/// shares with the whole.
struct OptionTable {
  private(set) var groupStarts: [Int32]
  /// In micropoints.
  private(set) var costs: [Int64]
  /// What option `o` consumes is at `places[o]` in `resources` and `amounts`: see `ConsumptionTable`.
  private(set) var places: [ConsumptionTable.Place]
  private(set) var resources: [Int32]
  /// In quanta.
  private(set) var amounts: [Int32]

  static let empty = OptionTable(groupStarts: [0], costs: [], consumptions: .empty)

  /// Shares the arrays of a model. O(1) for models with one level.
  init(_ model: OptionModel) {
    self.init(groupStarts: model.groupStarts, costs: model.costs, consumptions: model.consumptions)
  }

  private init(groupStarts: [Int32], costs: [Int64], consumptions: ConsumptionTable) {
    self.groupStarts = groupStarts
    self.costs = costs
    (places, resources, amounts) = (consumptions.places, consumptions.resources, consumptions.amounts)
  }

  var optionCount: Int { costs.count }

  /// Becomes a part of `whole`, without options to begin with.
  mutating func restart(asPartOf whole: OptionTable) {
    groupStarts.removeAll(keepingCapacity: true)
    groupStarts.append(0)
    costs.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    (resources, amounts) = (whole.resources, whole.amounts)
  }

  /// `whole` is the one that this is a part of.
  mutating func append(_ option: Int, of whole: OptionTable) {
    costs.append(whole.costs[option])
    places.append(whole.places[option])
  }

  mutating func endGroup() { groupStarts.append(Int32(truncatingIfNeeded: costs.count)) }

  func options(of groups: Range<Int>) -> Range<Int> {
    Int(groupStarts[groups.lowerBound])..<Int(groupStarts[groups.upperBound])
  }
}
