/// A decimal number in exact millionths.
struct DecimalNumber: Hashable, Comparable {
  static let scale: Int128 = 1_000_000
  var millionths: Int128

  static func < (left: Self, right: Self) -> Bool { left.millionths < right.millionths }

  /// Digits with an optional point and at least one digit: no sign, no exponent. At most 18 digits before the
  /// point; digits beyond the sixth after it do not count.
  init?(digits: some Collection<UInt8>) {
    var whole: Int128 = 0
    var fraction: Int128 = 0
    var (wholeDigits, fractionDigits) = (0, 0)
    var isFraction = false
    for byte in digits {
      if byte == 0x2E, !isFraction {
        isFraction = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      let digit = Int128(byte - 0x30)
      if !isFraction {
        wholeDigits += 1
        whole = whole * 10 + digit
        if whole >= 1_000_000_000_000_000_000 { return nil }
      } else {
        fractionDigits += 1
        if fractionDigits <= 6 { fraction = fraction * 10 + digit }
      }
    }
    guard wholeDigits + fractionDigits > 0, fractionDigits <= 30 else { return nil }
    for _ in min(fractionDigits, 6)..<6 { fraction *= 10 }
    millionths = whole * DecimalNumber.scale + fraction
  }

  init(millionths: Int128) { self.millionths = millionths }

  var isWhole: Bool { millionths % DecimalNumber.scale == 0 }

  /// `value * factor` as a whole number, rounded half up; `nil` beyond 64 bits.
  func rounded(times factor: Int128 = 1) -> Int64? {
    let (product, overflow) = millionths.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    return Int64(exactly: (product + DecimalNumber.scale / 2) / DecimalNumber.scale)
  }
}
