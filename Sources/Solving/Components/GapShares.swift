import OptionModel

/// Where the gap between a selection and a Lagrangian bound arises: exactly the sum of what every group and every
/// resource contributes, none of which is below zero.
///
/// A group contributes how far the priced cost of its choice lies above the least of its options, a resource how far
/// its price less what is paid for its load lies above the least over all permitted loads.
struct GapShares {
  /// In points.
  let groups: [Double]
  let resources: [Double]

  var total: Double { groups.reduce(0, +) + resources.reduce(0, +) }

  /// O(size of the model).
  init(_ model: OptionModel, lagrangian: Lagrangian, selection: Selection) {
    let unit = Double(Multipliers.scale) * 1_000_000
    groups = selection.options.map { Double(lagrangian.reducedCosts[Int($0)]) / unit }
    let (loads, attainable) = (model.loads(of: selection), model.attainableLoads())
    resources = model.resources.indices.map { index in
      let (resource, multiplier) = (model.resources[index], lagrangian.multipliers.values[index])
      guard let permitted = resource.permitted(within: attainable[index]) else { return 0 }
      let least = PriceCurve(of: resource, over: permitted).conjugate(
        slope: multiplier, scale: Multipliers.scale, resource: resource)
      let paid = Int128(resource.charge(at: loads[index])) * Int128(Multipliers.scale)
      return Double(paid - Int128(multiplier) * Int128(loads[index]) - least) / unit
    }
  }
}
