import OptionModel

/// Temperatures and first penalties of an annealing run, in micropoints.
///
/// The temperatures are parts of the median, over groups, of what the second best option costs above the best one under
/// the multipliers. A run begins near the relaxation: much warmer, it would forget what that knows and need far longer.
struct AnnealingSchedule {
  /// Of a run with as many steps as it likes.
  let first: Double
  let last: Double
  /// Per quantum outside the limits, by resource of the annealing model: somewhat more than the multipliers say, and
  /// something for limits that they do not price.
  let penalties: [Double]

  private let groupCount: Int

  init(_ model: AnnealingModel) {
    groupCount = max(1, model.groupCount)
    first = model.scale * 0.33
    last = model.scale * 0.011
    penalties = zip(model.multipliers, model.units).map { max(1, 1.3 * $0.magnitude + 0.3 * model.scale / $1) }
  }

  /// The first temperature of a run with so many steps: a short run cannot bring order to a warm start.
  func first(steps: Int64) -> Double {
    let stepsPerGroup = Double(steps) / Double(groupCount)
    return first * min(1, (stepsPerGroup / 20_000).squareRoot())
  }

  /// Small models have good plans with odd options; large ones have no time to look at them.
  static func optionsPerGroup(of model: OptionModel) -> Int {
    switch model.groupCount {
    case ..<3_000: 60
    case ..<30_000: 20
    default: 10
    }
  }

  /// To mend limits, odd options are as good as any; all options of a huge model would take more memory than the rest of
  /// the search.
  static func optionsPerGroupForRepair(of model: OptionModel) -> Int { model.groupCount < 30_000 ? 60 : 20 }
}
