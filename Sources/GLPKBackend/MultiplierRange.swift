import OptionModel

/// The multipliers of a resource worth having, in micropoints per quantum.
///
/// In `min_y price(y) - multiplier * y` a multiplier beyond the outermost slope only loses, unless a hard limit
/// ends the loads on that side: then any size can pay. Rounding a dual must not step over such an end.
struct MultiplierRange {
  let lowest: Int64?
  let highest: Int64?

  init(of curve: PriceCurve, within ranges: LoadRanges) {
    let reachesBottom = ranges.permitted.lowerBound == ranges.attainable.lowerBound
    let reachesTop = ranges.permitted.upperBound == ranges.attainable.upperBound
    lowest = reachesBottom ? curve.intervals.first?.slope ?? 0 : nil
    highest = reachesTop ? curve.intervals.last?.slope ?? 0 : nil
  }

  /// The fixed-point multiplier nearest to `value` micropoints per quantum.
  func rounded(_ value: Double) -> Int64 {
    guard value.isFinite else { return clamp(0) }
    let scaled = (value * Double(Multipliers.scale)).rounded()
    return clamp(Int64(exactly: max(-0x1p61, min(0x1p61, scaled))) ?? 0)
  }

  private func clamp(_ value: Int64) -> Int64 {
    var value = value
    if let highest { value = min(value, highest.multipliedClamping(by: Multipliers.scale)) }
    if let lowest { value = max(value, lowest.multipliedClamping(by: Multipliers.scale)) }
    return value
  }
}

extension Int64 {
  /// The product, or the end of the range it passed.
  fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    guard overflow else { return product }
    return (self < 0) == (factor < 0) ? .max : .min
  }
}
