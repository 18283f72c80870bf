import OptionModel

/// Steps and temperatures for a model, in micropoints.
///
/// Measured on contended models of 3,500 options: five times the steps is worth 0.5 %, a first temperature below a
/// tenth of the spread freezes too early, and a last one below a two-hundredth is wasted on plans the descent
/// afterwards finds anyway.
struct AnnealingSchedule {
  let steps: Int64
  let first: Double
  let last: Double

  init(_ model: OptionModel) {
    let options = Int64(model.optionCount)
    // Small models go to the tree anyway.
    steps = min(options * 1_000, options * options / 2)
    let spread = max(1, PenaltyWeights.meanSpread(of: model))
    first = spread * 0.2
    last = spread * 0.005
  }
}
