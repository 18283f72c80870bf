package import OptionModel

/// Recomputes the Lagrangian bound of the formulation from its multipliers in exact 128-bit integers (A. M. Geoffrion,
/// "Lagrangean relaxation for integer programming", Mathematical Programming Study 2, 1974, pages 82-114). It bounds
/// level 0 of the objective. O(size of the model).
package struct BoundChecker {
  private let model: OptionModel

  package init(_ model: OptionModel) { self.model = model }

  package func bound(from multipliers: Multipliers) -> ExactBound {
    let values = multipliers.values
    guard values.count == model.resourceCount else {
      return .unusable(.wrongCount(expected: model.resourceCount, found: values.count))
    }
    var scan = BoundScan(resourceCount: model.resourceCount)
    if let group = scan.read(model, multipliers: values) { return .unusable(.emptyGroup(group)) }
    var total = Int128(model.constants[0]) * Int128(Multipliers.scale)
    guard add(scan.optionSum, to: &total) else { return .unusable(.outOfRange) }
    for resource in model.resources.indices {
      let limits = model.resources[resource]
      let low = max(scan.lowest[resource], Int128(limits.lower ?? .min))
      let high = min(scan.highest[resource], Int128(limits.upper ?? .max))
      guard low <= high else { return .infeasible(resource: resource) }
      guard
        let least = smallest(of: limits.price, multiplier: values[resource], from: low, through: high),
        add(least, to: &total)
      else { return .unusable(.outOfRange) }
    }
    return rounded(total)
  }

  /// Finds fault with a bound that the multipliers do not prove. A smaller one is weaker, not wrong.
  package func check(claimed: Int64, multipliers: Multipliers) -> AuditReport {
    let exact = bound(from: multipliers)
    if case .bound(let value) = exact, claimed <= value { return AuditReport() }
    if case .infeasible = exact { return AuditReport() }
    return AuditReport(findings: [
      AuditFinding(
        "bound", expected: "\(exact)", found: claimed, "The multipliers do not prove the bound \(claimed).")
    ])
  }

  /// The least of `65536 price(y) - v y` over the integers of a range: a convex function with corners at the
  /// thresholds, which are integers, so that it is least at a threshold or at an end.
  private func smallest(
    of price: [PriceSegment], multiplier: Int64, from low: Int128, through high: Int128
  ) -> Int128? {
    var least: Int128?
    func consider(_ load: Int128) -> Bool {
      guard let value = priceLessReward(price, multiplier: multiplier, at: load) else { return false }
      least = min(least ?? value, value)
      return true
    }
    guard consider(low), consider(high) else { return nil }
    for segment in price {
      let threshold = Int128(segment.threshold)
      if low < threshold, threshold < high, !consider(threshold) { return nil }
    }
    return least
  }

  private func priceLessReward(_ price: [PriceSegment], multiplier: Int64, at load: Int128) -> Int128? {
    var sum: Int128 = 0
    for segment in price {
      let distance =
        segment.side == .over ? load - Int128(segment.threshold) : Int128(segment.threshold) - load
      guard distance > 0 else { continue }
      let (charge, overflow) = (Int128(segment.rate) * Int128(Multipliers.scale))
        .multipliedReportingOverflow(by: distance)
      guard !overflow, add(charge, to: &sum) else { return nil }
    }
    let (reward, overflow) = Int128(multiplier).multipliedReportingOverflow(by: load)
    guard !overflow else { return nil }
    let (value, under) = sum.subtractingReportingOverflow(reward)
    return under ? nil : value
  }

  private func add(_ value: Int128, to sum: inout Int128) -> Bool {
    let (result, overflow) = sum.addingReportingOverflow(value)
    if !overflow { sum = result }
    return !overflow
  }

  /// ceil(L): objectives are integers.
  private func rounded(_ scaled: Int128) -> ExactBound {
    let scale = Int128(Multipliers.scale)
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: scale)
    guard let value = Int64(exactly: remainder > 0 ? quotient + 1 : quotient) else {
      return .unusable(.outOfRange)
    }
    return .bound(value)
  }
}
