/// What makes an option model ill formed. Each case names its subject.
package enum OptionModelProblem: Sendable, Hashable {
  case noLevel
  case emptyGroup(group: Int)
  case tooManyOptions
  case tooManyConsumptions
  case optionOutsideGroups
  case unknownResource(option: Int, resource: Int)
  case negativeCost(option: Int, level: Int, cost: Int64)
  case negativeRate(resource: Int, rate: Int64)
  case emptyLimits(resource: Int)
  /// A price that belongs to a level the objective does not have.
  case unknownLevel(resource: Int, level: Int)
  case consumptionTooLarge(option: Int, resource: Int, amount: Int64)
  /// Worst-case sums would leave the 64-bit range, so the objective would not be exact.
  case objectiveTooLarge
}

package struct InvalidOptionModel: Error, Sendable {
  package let problems: [OptionModelProblem]
}
