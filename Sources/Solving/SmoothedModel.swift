import Foundation
import OptionModel

/// An option model in floating point, for the smoothed dual: consumptions of every resource divided by their mean, so
/// that one unit of any multiplier means about the same, and multipliers in micropoints per such unit.
struct SmoothedModel {
  let groupStarts: [Int]
  let costs: [Double]
  let entryStarts: [Int]
  let entryResources: [Int]
  let entryAmounts: [Double]
  /// Mean magnitude of the consumptions of each resource, in quanta.
  let units: [Double]
  /// Price intervals `segmentStarts[r] ..< segmentStarts[r + 1]` with slope and width in the same units.
  let segmentStarts: [Int]
  let slopes: [Double]
  let widths: [Double]
  /// Smallest permitted loads, their prices in micropoints, and the multipliers worth having.
  let lowestLoads: [Double]
  let constant: Double
  let ranges: [ClosedRange<Double>]

  var resourceCount: Int { units.count }
  var groupCount: Int { groupStarts.count - 1 }

  /// O(size of the model). `permitted` is, per resource, its attainable loads inside the hard limits.
  init(_ model: OptionModel, permitted: [ClosedRange<Int64>]) {
    groupStarts = model.groupStarts.map { Int($0) }
    costs = (0..<model.optionCount).map { Double(model.cost(ofOption: $0)) }
    entryStarts = model.consumptionStarts.map { Int($0) }
    entryResources = model.consumptionResources.map { Int($0) }
    let units = Self.meanMagnitudes(of: model)
    self.units = units
    entryAmounts = zip(model.consumptionResources, model.consumptionAmounts).map { Double($1) / units[Int($0)] }
    let curves = zip(model.resources, permitted).map { PriceCurve(of: $0, over: $1) }
    segmentStarts = curves.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.intervals.count) }
    slopes = zip(curves, units).flatMap { curve, unit in curve.intervals.map { Double($0.slope) * unit } }
    widths = zip(curves, units).flatMap { curve, unit in curve.intervals.map { Double($0.width) / unit } }
    lowestLoads = zip(permitted, units).map { Double($0.lowerBound) / $1 }
    constant = zip(model.resources, permitted).reduce(Double(model.constants[0])) {
      $0 + Double($1.0.charge(at: $1.1.lowerBound))
    }
    ranges = zip(zip(curves, model.attainableLoads()), units).map { pair, unit in
      Self.usefulMultipliers(pair.0, attainable: pair.1, unit: unit)
    }
  }

  private static func meanMagnitudes(of model: OptionModel) -> [Double] {
    var sums = [Double](repeating: 0, count: model.resourceCount)
    var counts = sums
    for (resource, amount) in zip(model.consumptionResources, model.consumptionAmounts) {
      sums[Int(resource)] += Double(amount.magnitude)
      counts[Int(resource)] += 1
    }
    return zip(sums, counts).map { $0 > 0 ? $0 / $1 : 1 }
  }

  /// Beyond the outermost slopes a multiplier only loses, unless a hard limit ends the loads on that side.
  private static func usefulMultipliers(
    _ curve: PriceCurve, attainable: ClosedRange<Int64>, unit: Double
  ) -> ClosedRange<Double> {
    let first = Double(curve.intervals.first?.slope ?? 0) * unit
    let last = Double(curve.intervals.last?.slope ?? 0) * unit
    let low = curve.range.lowerBound == attainable.lowerBound ? first : -1e18
    let high = curve.range.upperBound == attainable.upperBound ? last : 1e18
    return low...max(low, high)
  }
}
