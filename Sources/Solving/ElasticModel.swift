import OptionModel

/// The same choices with every hard limit turned into a price of one point per quantum outside, and nothing
/// else charged: its optimum is zero exactly when the original has a feasible selection.
///
/// A Lagrangian bound of it above zero, computed in exact integers, proves infeasibility (Farkas).
enum ElasticModel {
  /// O(size of the model). The builder can refuse only sums beyond the 64-bit range.
  static func of(_ model: OptionModel) -> OptionModel? {
    var builder = OptionModelBuilder()
    for resource in model.resources { builder.addResource(Resource(price: price(of: resource))) }
    for group in 0..<model.groupCount {
      builder.beginGroup()
      for option in model.options(ofGroup: group) {
        builder.addOption(cost: 0)
        builder.consume(model.consumptions(ofOption: option))
      }
    }
    return try? builder.build()
  }

  private static func price(of resource: Resource) -> [PriceSegment] {
    var segments: [PriceSegment] = []
    if let upper = resource.upper { segments.append(PriceSegment(.over, upper, rate: ratePerQuantum)) }
    if let lower = resource.lower { segments.append(PriceSegment(.under, lower, rate: ratePerQuantum)) }
    return segments
  }

  /// A point, not a micropoint, so that the backend's tolerances do not hide one quantum.
  private static let ratePerQuantum: Int64 = 1_000_000
}
