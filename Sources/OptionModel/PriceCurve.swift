/// The price of one resource over a closed range of loads, as intervals of constant slope.
///
/// Slopes rise from left to right (the price is convex), breakpoints are integers, and `intervals` cover
/// `range` without a gap; a range of one point has no interval.
package struct PriceCurve: Sendable, Hashable {
  package struct Interval: Sendable, Hashable {
    /// First and last load of the interval, in quanta; `start < end`.
    package let start: Int64
    package let end: Int64
    /// In micropoints per quantum, negative where more load is cheaper.
    package let slope: Int64

    package var width: Int64 { end - start }
  }

  package let range: ClosedRange<Int64>
  package let intervals: [Interval]
  /// A load in `range` with the smallest price, and that price in micropoints.
  package let cheapestLoad: Int64
  package let cheapestPrice: Int64

  /// O(segments log segments).
  package init(of resource: Resource, over range: ClosedRange<Int64>) {
    self.range = range
    intervals = Self.intervals(of: resource, over: range)
    let cheapest = intervals.last { $0.slope < 0 }?.end ?? range.lowerBound
    cheapestLoad = cheapest
    cheapestPrice = resource.charge(at: cheapest)
  }

  /// The smallest `price(y) - slope * y` over integer loads `y` of the range, with `slope` in `1 / scale`
  /// micropoints per quantum; the result has the same scale. Exact. O(intervals).
  package func conjugate(slope: Int64, scale: Int64, resource: Resource) -> Int128 {
    var best = range.lowerBound
    for interval in intervals where Int128(interval.slope) * Int128(scale) < Int128(slope) {
      best = interval.end
    }
    return Int128(resource.charge(at: best)) * Int128(scale) - Int128(slope) * Int128(best)
  }

  private static func intervals(of resource: Resource, over range: ClosedRange<Int64>) -> [Interval] {
    let charged = resource.price.filter { $0.rate > 0 }.sorted { $0.threshold < $1.threshold }
    var slope = -charged.reduce(Int64(0)) { $0 + ($1.side == .under ? $1.rate : 0) }
    var found: [Interval] = []
    var start = range.lowerBound
    for segment in charged {
      let end = min(segment.threshold, range.upperBound)
      if end > start {
        found.append(Interval(start: start, end: end, slope: slope))
        start = end
      }
      slope += segment.rate
    }
    if range.upperBound > start {
      found.append(Interval(start: start, end: range.upperBound, slope: slope))
    }
    return found
  }
}

extension Resource {
  /// The part of a range of loads that lies inside the hard limits; `nil` when none does.
  package func permitted(within range: ClosedRange<Int64>) -> ClosedRange<Int64>? {
    let low = max(range.lowerBound, lower ?? range.lowerBound)
    let high = min(range.upperBound, upper ?? range.upperBound)
    return low <= high ? low...high : nil
  }
}
