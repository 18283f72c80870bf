import OptionModel

/// A piecewise-linear function as what it does rather than as how it is written: `intercept + slope * y` far to the
/// left, and the change of slope at each corner. Two prices are equal exactly when their values of this type are.
struct RederivedPrice: Sendable, Hashable {
  private(set) var leftSlope: Int128 = 0
  private(set) var leftIntercept: Int128 = 0
  private(set) var slopeChanges: [Int64: Int128] = [:]

  init() {}

  init(_ segments: [PriceSegment]) {
    for segment in segments {
      switch segment.side {
      case .over: charge(over: segment.threshold, rate: segment.rate)
      case .under: charge(under: segment.threshold, rate: segment.rate)
      }
    }
  }

  mutating func charge(over threshold: Int64, rate: Int64) { bend(at: threshold, by: rate) }

  mutating func charge(under threshold: Int64, rate: Int64) {
    leftSlope -= Int128(rate)
    leftIntercept += Int128(rate) * Int128(threshold)
    bend(at: threshold, by: rate)
  }

  private mutating func bend(at threshold: Int64, by rate: Int64) {
    let change = (slopeChanges[threshold] ?? 0) + Int128(rate)
    slopeChanges[threshold] = change == 0 ? nil : change
  }

  func charge(at load: Int64) -> Int128 {
    var sum = leftIntercept + leftSlope * Int128(load)
    for (threshold, change) in slopeChanges where load > threshold {
      sum += change * (Int128(load) - Int128(threshold))
    }
    return sum
  }
}

extension RederivedPrice: CustomStringConvertible {
  var description: String {
    let corners = slopeChanges.sorted { $0.key < $1.key }.map { "\($0.value) from \($0.key)" }
    return (["slope \(leftSlope)", "intercept \(leftIntercept)"] + corners).joined(separator: ", ")
  }
}
