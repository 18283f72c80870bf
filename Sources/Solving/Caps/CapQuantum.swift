import OptionModel

/// In how many micropoints a cost cap is counted, so that its consumptions fit 32 bits.
struct CapQuantum {
  /// Of one option, or one part of a price, in quanta.
  static let largestAmount: Int64 = 1 << 30
  /// At most about so many equal parts of one interval of a price, besides the powers of two.
  private static let mostEqualParts: Int64 = 1 << 10

  let micropoints: Int64
  /// Whether all amounts are whole numbers of quanta; else they are rounded down, and the cap is a little too generous.
  let isExact: Bool

  /// - Parameters:
  ///   - costs: by option, least in their group taken off.
  ///   - intervals: of the prices of the cap.
  init(costs: [Int64], intervals: some Sequence<PriceCurve.Interval>) {
    var (divisor, largest): (Int64, Int64) = (0, 1)
    for cost in costs where cost != 0 {
      divisor = Self.commonDivisor(divisor, cost)
      largest = max(largest, cost)
    }
    for interval in intervals where interval.slope != 0 {
      let slope = Int64(interval.slope.magnitude)
      divisor = Self.commonDivisor(divisor, slope)
      let (whole, overflow) = slope.multipliedReportingOverflow(by: interval.width)
      largest = max(largest, slope, overflow ? .max / Self.mostEqualParts : whole / Self.mostEqualParts)
    }
    let least = (largest - 1) / Self.largestAmount + 1
    micropoints = max(1, divisor, least)
    isExact = micropoints == max(1, divisor)
  }

  private static func commonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
