/// Something options consume: hours of a CSM in a period, a handoff slot, the move budget.
///
/// The load of a resource is the sum of the signed integer consumptions of the chosen options. It must lie in
/// `lower...upper` (where given), and it is charged the sum of its price segments.
package struct Resource: Sendable, Hashable {
  /// Hard limits in quanta; `nil` means none.
  package var lower: Int64?
  package var upper: Int64?
  /// The convex piecewise-linear price. Empty means nothing is charged.
  package var price: [PriceSegment]
  /// The level of the objective that the price belongs to.
  package var level: Int32

  package init(lower: Int64? = nil, upper: Int64? = nil, price: [PriceSegment] = [], level: Int32 = 0) {
    self.lower = lower
    self.upper = upper
    self.price = price
    self.level = level
  }

  /// The price in micropoints at a load. O(segments).
  package func charge(at load: Int64) -> Int64 {
    var total: Int64 = 0
    for segment in price { total += segment.charge(at: load) }
    return total
  }

  /// How far a load lies outside the hard limits, in quanta; zero inside.
  package func violation(at load: Int64) -> Int64 {
    if let upper, load > upper { return load - upper }
    if let lower, load < lower { return lower - load }
    return 0
  }
}
