import PlanDocument
import Portfolio

/// The coefficients of a fit in the units of the policy, with what the policy has.
struct CoefficientList {
  /// What the policy takes.
  private static let largestPercent: Int64 = 1_000

  let policy: EffortPolicy
  let tiers: [String]
  let chooser: DesignChooser
  let design: EffortDesign
  let reasons: [EffortFactor: DesignChooser.Reason]
  let fitted: EffortCoefficients
  let refits: [EffortCoefficients]

  var all: [CalibratedCoefficient] {
    tiers.indices.map(base) + EffortFactor.allCases.compactMap(factor)
  }

  private func base(_ tier: Int) -> CalibratedCoefficient {
    let isFitted = design.tiers.contains(tier)
    var result = CalibratedCoefficient(
      key: "base_hours", tier: tiers[tier], unit: .minutes, now: policy.base[tiers[tier]].value,
      accounts: chooser.tierCounts[tier], state: isFitted ? .fitted : .tooFew)
    if isFitted { set(&result, fitted.base[tier], refits.map { $0.base[tier] }, least: 0, most: .max) }
    return result
  }

  private func factor(_ factor: EffortFactor) -> CalibratedCoefficient? {
    let reason = reasons[factor]
    if reason == .noPosture { return nil }
    var result = CalibratedCoefficient(
      key: factor.key, tier: nil, unit: .percent, now: factor.percent(in: policy),
      accounts: chooser.factorCounts[factor.rawValue], state: .fitted)
    switch reason {
    case .tooFew: result.state = .tooFew
    case .reference: result.state = .reference
    case .collinear(let others):
      result.state = .collinear
      result.sameAs = others
    case .noPosture, nil:
      set(
        &result, fitted.shares[factor.rawValue] * 100, refits.map { $0.shares[factor.rawValue] * 100 },
        least: factor.isPosture ? -100 : 0, most: Self.largestPercent)
    }
    return result
  }

  private func set(
    _ result: inout CalibratedCoefficient, _ value: Double, _ drawn: [Double], least: Int64, most: Int64
  ) {
    let range = PercentileRange(drawn)
    let whole = Self.whole(value.rounded())
    result.fitted = min(max(whole, least), most)
    result.low = Self.whole(range.low.rounded(.down))
    result.high = Self.whole(range.high.rounded(.up))
    // A least squares fit that may not go below its bound stands exactly on it.
    if value <= Double(least) || whole > most { result.state = .clipped }
  }

  private static func whole(_ value: Double) -> Int64 { Int64(max(-1e15, min(1e15, value))) }
}
