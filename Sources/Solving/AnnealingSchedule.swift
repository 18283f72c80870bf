import OptionModel

/// Steps and temperatures for a model, in micropoints.
struct AnnealingSchedule {
  let steps: Int64
  let first: Double
  let last: Double

  init(_ model: OptionModel) {
    let options = Int64(model.optionCount)
    // Small models go to the tree anyway; larger ones profit from a few hundred visits of each option.
    steps = min(options * 200, options * options / 2)
    let spread = max(1, PenaltyWeights.meanSpread(of: model))
    first = spread * 0.1
    last = spread * 0.0005
  }
}
