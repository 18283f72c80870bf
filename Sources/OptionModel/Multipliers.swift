/// One Lagrangian multiplier per resource, in fixed point, so that a bound can be recomputed in exact integers.
///
/// With `scale = 2^16` and `lambda_r = values[r] / scale` micropoints per quantum, the bound they prove is
/// `constant + sum_g min_o (cost_o + sum_r lambda_r * consumption_or) + sum_r min_y (price_r(y) - lambda_r * y)`,
/// where `y` runs over the integers that are both attainable (between the sums of the groups' smallest and largest
/// consumptions) and inside the hard limits. Valid for every choice of multipliers.
package struct Multipliers: Sendable, Hashable, Codable {
  package static let scale: Int64 = 1 << 16

  /// In 1/65536 micropoints per quantum, one per resource.
  package var values: [Int64]

  package init(_ values: [Int64]) { self.values = values }
}
