import OptionModel

/// The load of a resource above (or below) the range where the price of a cap is least, as a sum of parts that are each
/// taken or not.
///
/// An interval of width `W` falls into parts 1, 2, 4, ... and a rest, so that some of them add up to each number from 0
/// to `W`; a part of width `w` in an interval of slope `s` charges `s w`. Slopes never fall with the distance, so that
/// taking intervals in order charges least, and relaxing the parts to fractions gives the price itself.
struct CapDigits {
  struct Part {
    let width: Int64
    let micropoints: Int64
  }

  /// Per interval in order of distance, widths falling.
  private(set) var intervals: [[Part]] = []

  var partCount: Int { intervals.reduce(0) { $0 + $1.count } }

  /// - Parameter intervals: in order of distance; slopes are taken by magnitude.
  init(_ intervals: [PriceCurve.Interval], quantum: CapQuantum) {
    self.intervals = intervals.map { interval in
      let slope = Int64(interval.slope.magnitude)
      let largest = max(
        1, Int64(clamping: Int128(quantum.micropoints) * Int128(CapQuantum.largestAmount) / Int128(slope)))
      return Self.parts(of: interval.width, atMost: min(largest, CapQuantum.largestAmount))
        .map { Part(width: $0, micropoints: $0 * slope) }
    }
  }

  /// Which parts to take for a distance, in the order of `intervals`; `nil` beyond the last one.
  func taken(for distance: Int64) -> [Bool]? {
    var rest = distance
    var taken: [Bool] = []
    for parts in intervals {
      var open = min(rest, parts.reduce(0) { $0 + $1.width })
      rest -= open
      for part in parts {
        taken.append(part.width <= open)
        if part.width <= open { open -= part.width }
      }
    }
    return rest == 0 ? taken : nil
  }

  private static func parts(of width: Int64, atMost largest: Int64) -> [Int64] {
    var parts: [Int64] = []
    var (rest, next) = (width, Int64(1))
    while rest > 0 {
      parts.append(min(rest, next))
      rest -= parts[parts.count - 1]
      next = min(next * 2, largest)
    }
    return parts.sorted(by: >)
  }
}
