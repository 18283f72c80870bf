import OptionModel

/// Steps and temperatures for a model, in micropoints.
///
/// The temperatures are parts of the mean spread of costs in a group: on contended models of some thousand options
/// much colder starts froze too early, and much colder ends gained nothing over the descent that follows.
struct AnnealingSchedule {
  let steps: Int64
  let first: Double
  let last: Double

  /// `room` is what the best selection costs above the bound, per group, in micropoints: in large models, which begin
  /// near the relaxation, a walk that is warmer than that would only forget what is good.
  init(_ model: OptionModel, room: Double? = nil) {
    let options = Int64(model.optionCount)
    // Small models go to the tree anyway.
    steps = min(options * 1_000, options * options / 2)
    let spread = max(1, PenaltyWeights.meanSpread(of: model))
    first = max(1, min(spread * 0.2, room ?? .infinity))
    last = min(spread * 0.005, first * 0.5)
  }
}
