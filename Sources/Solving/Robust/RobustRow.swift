import OptionModel

/// One more limit of a model: what a resource may carry if certain units surprise, or, with a threshold, what is enough
/// for any `count` of them.
struct RobustRow: Hashable {
  let resource: Int
  /// Ascending. Empty for a row with a threshold.
  let units: [Int32]
  /// `count * threshold + sum of what deviations exceed it` is at least the sum of the `count` largest deviations, for
  /// whatever threshold: such a row permits robust selections only, though not all.
  let threshold: Int64?
}

/// A model with rows for surprises.
struct RobustModel {
  let model: OptionModel

  /// - Throws: `InvalidOptionModel` where amounts become too large.
  init(_ base: OptionModel, _ robust: RobustLimits, _ rows: [RobustRow]) throws(InvalidOptionModel) {
    var builder = OptionModelBuilder()
    builder.addConstant(base.constants[0])
    for resource in base.resources { builder.addResource(resource) }
    var rowsByResource: [Int: [Int]] = [:]
    for row in rows {
      let limit = (robust.limits[row.resource] ?? .max) - Int64(robust.count) * (row.threshold ?? 0)
      rowsByResource[row.resource, default: []].append(builder.addResource(Resource(upper: limit)))
    }
    let first = base.resourceCount
    for group in 0..<base.groupCount {
      builder.beginGroup()
      for option in base.options(ofGroup: group) {
        builder.addOption(cost: base.cost(ofOption: option))
        builder.consume(base.consumptions(ofOption: option))
        for consumed in base.consumptions(ofOption: option) {
          for row in rowsByResource[consumed.resource] ?? [] { builder.consume(consumed.amount, of: row) }
        }
        for entry in robust.entries(ofOption: option) {
          for row in rowsByResource[Int(robust.resources[entry])] ?? [] {
            builder.consume(rows[row - first].surprise(robust, entry), of: row)
          }
        }
      }
    }
    model = try builder.build()
  }
}

extension RobustRow {
  /// What an entry takes of the row beyond the ordinary.
  fileprivate func surprise(_ robust: RobustLimits, _ entry: Int) -> Int64 {
    let amount = Int64(robust.amounts[entry])
    if let threshold { return max(0, amount - threshold) }
    return units.contains(robust.units[entry]) ? amount : 0
  }
}
