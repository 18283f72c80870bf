/// Which coefficients a fit may change; the others stay as the policy has them.
struct EffortDesign {
  /// Positions of tiers.
  var tiers: [Int]
  var factors: [EffortFactor]

  var count: Int { tiers.count + factors.count }

  /// What a cell's estimate is made of, in the variables of the fit: base of the tier × (constant + sum of variables).
  ///
  /// The variable of a posture is 1 + its share, which cannot be negative; that of another factor is its share.
  struct Row {
    let tier: Int
    let variables: [Int]
    let constant: Double
  }

  func row(_ cell: EffortCell, _ kept: EffortCoefficients) -> Row? {
    guard let tier = tiers.firstIndex(of: cell.tier) else { return nil }
    var (constant, variables) = (1.0, [Int]())
    for factor in cell.factors {
      guard let place = factors.firstIndex(of: factor) else {
        constant += kept.shares[factor.rawValue]
        continue
      }
      variables.append(tiers.count + place)
      if factor.isPosture { constant -= 1 }
    }
    return Row(tier: tier, variables: variables, constant: constant)
  }

  func variables(_ coefficients: EffortCoefficients) -> [Double] {
    tiers.map { coefficients.base[$0] }
      + factors.map { max(0, coefficients.shares[$0.rawValue] + ($0.isPosture ? 1 : 0)) }
  }

  func coefficients(_ variables: [Double], _ kept: EffortCoefficients) -> EffortCoefficients {
    var result = kept
    for (place, tier) in tiers.enumerated() { result.base[tier] = variables[place] }
    for (place, factor) in factors.enumerated() {
      result.shares[factor.rawValue] = variables[tiers.count + place] - (factor.isPosture ? 1 : 0)
    }
    return result
  }
}
