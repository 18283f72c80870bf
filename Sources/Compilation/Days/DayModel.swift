package import OptionModel
import Portfolio

/// The second option model: who and in which period is decided, and every handoff picks the day on which it starts.
///
/// Its options are the working days on which some moment permits the start, with all that follows from the day: the
/// hours of both people in every period under their hard limits, prices of moments and soft blackouts, a shortened
/// overlap. Besides, starts take slots per CSM and day, and per CSM and week where periods are longer.
package struct DayModel: Sendable {
  package let model: OptionModel
  /// The days of the period model, from which the search begins. Feasible when the plan is.
  package let start: Selection
  private let options: PlannedOptions
  private let isMoving: [Bool]
  private let portfolio: Portfolio

  init(model: OptionModel, start: Selection, options: PlannedOptions, isMoving: [Bool], portfolio: Portfolio) {
    self.model = model
    self.start = start
    self.options = options
    self.isMoving = isMoving
    self.portfolio = portfolio
  }

  /// Whether any handoff has a choice of days.
  package var hasChoices: Bool { model.optionCount > model.groupCount }

  /// The plan with the chosen days: the same options in the same order, of which those chosen have their days.
  package func dated(_ selection: Selection) throws -> CompiledPlan {
    var dated: [Int: PlannedOption] = [:]
    for group in 0..<model.groupCount where isMoving[group] { dated[group] = options[selection[group]] }
    return try PlanCompiler(portfolio, dated: dated).compile()
  }
}

extension CompiledPlan {
  /// O(size of the model + handoffs times days of a period).
  package func dayModel(of selection: Selection) throws -> DayModel {
    var assembly = DayAssembly(self)
    for group in 0..<model.groupCount { assembly.add(group, meaning.options[selection[group]]) }
    return try assembly.finish(portfolio)
  }
}
