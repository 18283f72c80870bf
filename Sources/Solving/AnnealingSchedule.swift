import OptionModel

/// Steps and temperatures for a model, in micropoints.
///
/// The temperatures are parts of the mean spread of costs in a group: on contended models of some thousand options
/// much colder starts froze too early, and much colder ends gained nothing over the descent that follows.
struct AnnealingSchedule {
  let steps: Int64
  let first: Double
  let last: Double

  /// Large models begin near the relaxation, which a warm start would only forget.
  init(_ model: OptionModel, isLarge: Bool) {
    let options = Int64(model.optionCount)
    // Small models go to the tree anyway.
    steps = min(options * 1_000, options * options / 2)
    let spread = max(1, PenaltyWeights.meanSpread(of: model))
    first = spread * (isLarge ? 0.006 : 0.2)
    last = spread * 0.005
  }
}
