import Portfolio

/// The estimate of the formulation with real numbers: base of the tier × max(0, 1 + sum of shares).
struct EffortCoefficients: Sendable {
  /// Minutes a month, by position of the tier.
  var base: [Double]
  /// What a factor adds, as a share of the base, by `EffortFactor.rawValue`.
  var shares: [Double]

  init(_ policy: EffortPolicy, tiers: [String]) {
    base = tiers.map { Double(policy.base[$0].value) }
    shares = EffortFactor.allCases.map { Double($0.percent(in: policy)) / 100 }
  }

  /// Minutes a month.
  func minutes(_ cell: EffortCell) -> Double {
    base[cell.tier] * max(0, cell.factors.reduce(1) { $0 + shares[$1.rawValue] })
  }
}
