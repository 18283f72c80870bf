public import PlanDocument

extension Planner {
  /// Draws the efforts of all accounts again and again and counts who is above the hard limit with this plan.
  ///
  /// - Throws: `UnusableInput`, or where the rules leave some account without any option.
  public func stress(_ document: PlanDocument, samples: Int, seed: UInt64) throws -> StressDocument {
    let planner = agreed(document)
    switch try CompiledOutcome(planner.portfolio) {
    case .conflict(let reasons): throw UnusableInput(problems: reasons)
    case .plan(let compiled):
      var sampler = StressSampler(compiled, WarmStart(document, for: compiled).selection)
      return sampler.document(samples: samples, seed: seed, robust: document.robust?.accounts)
    }
  }
}
