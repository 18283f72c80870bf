import OptionModel
import Foundation

/// Steps and temperatures for a model, in micropoints.
struct AnnealingSchedule {
  let steps: Int64
  let first: Double
  let last: Double

  init(_ model: OptionModel) {
    let options = Int64(model.optionCount)
    // Small models go to the tree anyway; larger ones profit from a few hundred visits of each option.
    steps = min(options * Int64(ProcessInfo.processInfo.environment["ST"] ?? "200")!, options * options / 2)
    let spread = max(1, PenaltyWeights.meanSpread(of: model))
    let env = ProcessInfo.processInfo.environment
    first = spread * (Double(env["T0"] ?? "") ?? 0.1)
    last = spread * (Double(env["T1"] ?? "") ?? 0.0005)
  }
}
