/// One piece of a convex piecewise-linear price: nothing is charged on one side of `threshold`, and
/// `rate` per quantum of distance on the other.
///
/// A price is a sum of such pieces, so it is convex and never negative by construction.
package struct PriceSegment: Sendable, Hashable {
  package enum Side: Sendable, Hashable {
    /// Charges `rate * max(0, load - threshold)`.
    case over
    /// Charges `rate * max(0, threshold - load)`.
    case under
  }

  package let side: Side
  /// In quanta of the resource.
  package let threshold: Int64
  /// In micropoints per quantum, at least zero.
  package let rate: Int64

  package init(_ side: Side, _ threshold: Int64, rate: Int64) {
    self.side = side
    self.threshold = threshold
    self.rate = rate
  }

  /// The charge in micropoints at a load; exact while `OptionModel` validation holds.
  package func charge(at load: Int64) -> Int64 {
    switch side {
    case .over: rate * max(0, load - threshold)
    case .under: rate * max(0, threshold - load)
    }
  }
}
