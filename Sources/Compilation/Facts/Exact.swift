/// Integer arithmetic of the formulation: floors of exact quotients, never a trap.
///
/// A result beyond `ceiling` becomes `ceiling`, which lies above everything that the validation of the option model
/// permits, so that a senseless price ends as an error that is reported: neither a crash nor a wrong model.
enum Exact {
  static let ceiling = Int64.max / 4

  /// `floor(value * factor / divisor)` for non-negative numbers and a positive divisor.
  static func floor(_ value: Int64, times factor: Int64, over divisor: Int64) -> Int64 {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    if !overflow { return min(product / divisor, ceiling) }
    return Int64(min(Int128(value) * Int128(factor) / Int128(divisor), Int128(ceiling)))
  }

  static func product(_ left: Int64, _ right: Int64) -> Int64 { floor(left, times: right, over: 1) }

  static func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? ceiling : min(sum, ceiling)
  }
}
