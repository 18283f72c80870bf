/// A sum in 128 bits that throws where it would leave them.
struct ExactSum {
  private(set) var value: Int128

  init(_ value: Int128 = 0) { self.value = value }

  mutating func add(_ term: Int128) throws(ExactBound.Reason) {
    let (sum, overflow) = value.addingReportingOverflow(term)
    guard !overflow else { throw .outOfRange }
    value = sum
  }

  mutating func subtract(_ term: Int128) throws(ExactBound.Reason) {
    let (difference, overflow) = value.subtractingReportingOverflow(term)
    guard !overflow else { throw .outOfRange }
    value = difference
  }

  mutating func add(_ factor: Int128, times other: Int128) throws(ExactBound.Reason) {
    let (product, overflow) = factor.multipliedReportingOverflow(by: other)
    guard !overflow else { throw .outOfRange }
    try add(product)
  }

  /// The sum as a number of 64 bits.
  func narrowed() throws(ExactBound.Reason) -> Int64 {
    guard let narrow = Int64(exactly: value) else { throw .outOfRange }
    return narrow
  }

  /// A sum in units of `1 / scale` micropoints, rounded up to a whole micropoint: objectives are integers.
  func roundedUp(scale: Int128) throws(ExactBound.Reason) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: scale)
    return try ExactSum(remainder > 0 ? quotient + 1 : quotient).narrowed()
  }
}
