/// A whole number that refuses to leave 128 bits instead of wrapping round or trapping.
package struct Exact: Hashable, Comparable, Sendable {
  package let value: Int128

  package init(_ value: some BinaryInteger) { self.value = Int128(value) }

  static let zero = Exact(0)

  private init(_ result: (partialValue: Int128, overflow: Bool)) throws(Refusal) {
    guard !result.overflow else { throw Refusal("A number leaves 128 bits.") }
    value = result.partialValue
  }

  static func + (left: Exact, right: Exact) throws(Refusal) -> Exact {
    try Exact(left.value.addingReportingOverflow(right.value))
  }

  static func - (left: Exact, right: Exact) throws(Refusal) -> Exact {
    try Exact(left.value.subtractingReportingOverflow(right.value))
  }

  static func * (left: Exact, right: Exact) throws(Refusal) -> Exact {
    try Exact(left.value.multipliedReportingOverflow(by: right.value))
  }

  static func += (left: inout Exact, right: Exact) throws(Refusal) { left = try left + right }

  /// The quotient rounded down, and the remainder from 0 on. The divisor is positive.
  func divided(by divisor: Exact) -> (quotient: Exact, remainder: Exact) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor.value)
    return remainder < 0
      ? (Exact(quotient - 1), Exact(remainder + divisor.value)) : (Exact(quotient), Exact(remainder))
  }

  /// The quotient rounded up. The divisor is positive.
  func dividedUp(by divisor: Exact) throws(Refusal) -> Exact {
    let (quotient, remainder) = divided(by: divisor)
    return remainder == .zero ? quotient : try quotient + Exact(1)
  }

  package static func < (left: Exact, right: Exact) -> Bool { left.value < right.value }
}

/// Why a certificate is not accepted.
package struct Refusal: Error, Hashable, Sendable {
  package let reason: String

  init(_ reason: String) { self.reason = reason }
}
