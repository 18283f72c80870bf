package import OptionModel

/// Reduced-cost fixing: which options may still be part of a selection cheaper than a cutoff, by multipliers in exact
/// integers.
package struct OptionFixing: Sendable {
  /// In micropoints.
  package let cutoff: Int64
  package let multipliers: Multipliers
  private let isOpenByOption: [Bool]

  package func isOpen(_ option: Int) -> Bool { isOpenByOption[option] }

  /// O(options).
  init(_ lagrangian: Lagrangian, cutoff: Int64, optionCount: Int) {
    self.cutoff = cutoff
    multipliers = lagrangian.multipliers
    isOpenByOption = (0..<optionCount).map { lagrangian.canImprove(on: cutoff, option: $0) }
  }

  /// What multipliers rule out below an objective; `nil` where no load of some resource is permitted. O(size of the model).
  package init?(_ model: OptionModel, multipliers: Multipliers, objective: Int64) {
    let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    guard permitted.count == model.resourceCount else { return nil }
    self.init(
      Lagrangian(model, multipliers: multipliers, permitted: permitted),
      cutoff: ObjectiveGrid(model).cutoff(below: objective), optionCount: model.optionCount)
  }

  /// Nothing is cheaper than any cutoff and nothing fixed: for a tree without an incumbent.
  package init(_ model: OptionModel, multipliers: Multipliers) {
    cutoff = .max
    self.multipliers = multipliers
    isOpenByOption = Array(repeating: true, count: model.optionCount)
  }
}
