import ArgumentParser

/// Whole numbers from one to another: `0..60`.
struct RangeArgument: ExpressibleByArgument {
  let range: ClosedRange<Int64>

  init(_ range: ClosedRange<Int64>) { self.range = range }

  init?(argument: String) {
    let parts = argument.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let low = RangeArgument.number(parts[0]), let high = RangeArgument.number(parts[1]),
      low < high
    else { return nil }
    range = low...high
  }

  /// Digits alone, or with a unit of a thousand or a million: `500k`, `2M`.
  private static func number(_ text: String) -> Int64? {
    let units: [Character: Int64] = ["k": 1_000, "K": 1_000, "M": 1_000_000]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text : String(text.dropLast())
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int64(digits) else {
      return nil
    }
    let (product, overflow) = value.multipliedReportingOverflow(by: unit ?? 1)
    return overflow || product > 1_000_000_000_000 ? nil : product
  }

  /// Evenly spread, both ends among them; fewer where there are fewer numbers.
  func values(_ count: Int) -> [Int64] {
    let width = range.upperBound - range.lowerBound
    let steps = Int64(max(1, count - 1))
    let spread = (0...steps).map { range.lowerBound + (width * $0 + steps / 2) / steps }
    return spread.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
