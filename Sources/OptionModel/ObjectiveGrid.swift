/// The values that objectives of a model can have at level 0: whole steps apart, since costs and rates have a common
/// divisor. A bound between two of them proves the upper one.
package struct ObjectiveGrid: Sendable, Hashable {
  /// In micropoints, at least 1.
  package let step: Int64
  private let origin: Int64

  /// O(options + price segments).
  package init(_ model: OptionModel) {
    var (divisor, origin): (Int64, Int64) = (0, model.constants[0])
    for group in 0..<model.groupCount {
      let options = model.options(ofGroup: group)
      let first = model.cost(ofOption: options.lowerBound)
      origin += first
      for option in options.dropFirst() {
        divisor = Self.commonDivisor(divisor, model.cost(ofOption: option) - first)
        if divisor == 1 { break }
      }
    }
    for resource in model.resources where divisor != 1 {
      for segment in resource.price { divisor = Self.commonDivisor(divisor, segment.rate) }
    }
    (step, self.origin) = (max(1, divisor), origin)
  }

  /// The least value of the grid that is not below.
  package func roundedUp(_ value: Int64) -> Int64 {
    let (distance, overflow) = origin.subtractingReportingOverflow(value)
    guard step > 1, !overflow else { return value }
    let rest = distance % step
    let (result, beyond) = value.addingReportingOverflow(rest < 0 ? rest + step : rest)
    return beyond ? value : result
  }

  /// What is no less is not better than an objective: one more than the next value below it.
  package func cutoff(below objective: Int64) -> Int64 {
    let (result, overflow) = objective.subtractingReportingOverflow(step - 1)
    return overflow ? objective : result
  }

  private static func commonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (first, second) = (first.magnitude, second.magnitude)
    while second != 0 { (first, second) = (second, first % second) }
    return Int64(clamping: first)
  }
}
